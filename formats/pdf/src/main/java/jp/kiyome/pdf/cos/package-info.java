/** The objects of ISO 32000-2, 7.3, and their lexical form, read and written. */
@NullMarked
package jp.kiyome.pdf.cos;

import org.jspecify.annotations.NullMarked;
