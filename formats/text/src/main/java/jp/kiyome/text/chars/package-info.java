/** Characters that show nothing or deceive: what stays, what goes. */
@NullMarked
package jp.kiyome.text.chars;

import org.jspecify.annotations.NullMarked;
