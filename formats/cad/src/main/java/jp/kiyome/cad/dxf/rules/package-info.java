/** The allow-lists of DXF: which records, and which codes and values each may hold. */
@NullMarked
package jp.kiyome.cad.dxf.rules;

import org.jspecify.annotations.NullMarked;
