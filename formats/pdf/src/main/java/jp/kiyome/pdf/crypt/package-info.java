/** Opens and makes encrypted files (ISO 32000-2, 7.6). */
@NullMarked
package jp.kiyome.pdf.crypt;

import org.jspecify.annotations.NullMarked;
