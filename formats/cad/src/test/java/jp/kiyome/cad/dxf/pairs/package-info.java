@NullMarked
package jp.kiyome.cad.dxf.pairs;

import org.jspecify.annotations.NullMarked;
