/** DXF drawings, as text and in binary form, of AutoCAD R10 to 2018 and of the programs that write the same. */
@NullMarked
package jp.kiyome.cad.dxf;

import org.jspecify.annotations.NullMarked;
