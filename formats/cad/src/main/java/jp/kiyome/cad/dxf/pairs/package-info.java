/** The pairs of group codes and values that a DXF file is made of, read from text or binary form. */
@NullMarked
package jp.kiyome.cad.dxf.pairs;

import org.jspecify.annotations.NullMarked;
