/** Writes pairs as text or in binary form. */
@NullMarked
package jp.kiyome.cad.dxf.write;

import org.jspecify.annotations.NullMarked;
