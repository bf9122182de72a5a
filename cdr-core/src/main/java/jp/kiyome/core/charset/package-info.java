/** Which charset bytes are written in, and strict reading and writing in it: Japanese text as it really comes. */
@NullMarked
package jp.kiyome.core.charset;

import org.jspecify.annotations.NullMarked;
