/** Messages are rebuilt, and what hides in them is gone. */
@NullMarked
package jp.kiyome.message;

import org.jspecify.annotations.NullMarked;
