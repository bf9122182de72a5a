/** Styles of the document and of the screen: blocks of records, and the table of fonts. */
@NullMarked
package jp.kiyome.ichitaro.style;

import org.jspecify.annotations.NullMarked;
