/** What form fields show: text read from their drawings, and drawings made from their text. */
@NullMarked
package jp.kiyome.pdf.field;

import org.jspecify.annotations.NullMarked;
