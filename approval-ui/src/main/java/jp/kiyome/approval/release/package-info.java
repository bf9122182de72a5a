/** Hands files out. */
@NullMarked
package jp.kiyome.approval.release;

import org.jspecify.annotations.NullMarked;
