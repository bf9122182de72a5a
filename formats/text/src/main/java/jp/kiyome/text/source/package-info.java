/** What a file of characters is: its charset, its line ends, its type. */
@NullMarked
package jp.kiyome.text.source;

import org.jspecify.annotations.NullMarked;
