/** Writes a clean model as one canonical file. */
@NullMarked
package jp.kiyome.pdf.write;

import org.jspecify.annotations.NullMarked;
