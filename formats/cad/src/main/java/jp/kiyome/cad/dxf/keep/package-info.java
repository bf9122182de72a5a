/** Copies of a record what the allow-lists name. */
@NullMarked
package jp.kiyome.cad.dxf.keep;

import org.jspecify.annotations.NullMarked;
