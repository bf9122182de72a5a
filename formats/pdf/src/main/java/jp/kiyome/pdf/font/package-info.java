/** Font programs and character maps (ISO 32000-2, 9.6 to 9.10) read to their outlines and written anew. */
@NullMarked
package jp.kiyome.pdf.font;

import org.jspecify.annotations.NullMarked;
