/** HTML as a file, and as what a message says. */
@NullMarked
package jp.kiyome.text.page;

import org.jspecify.annotations.NullMarked;
