/** The limits that one file and everything nested in it share. */
@NullMarked
package jp.kiyome.core.limit;

import org.jspecify.annotations.NullMarked;
