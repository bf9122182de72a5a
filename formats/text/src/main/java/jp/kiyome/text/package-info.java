/** The handler of files of characters. */
@NullMarked
package jp.kiyome.text;

import org.jspecify.annotations.NullMarked;
