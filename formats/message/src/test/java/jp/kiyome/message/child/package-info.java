@NullMarked
package jp.kiyome.message.child;

import org.jspecify.annotations.NullMarked;
