@NullMarked
package jp.kiyome.cad.dwg;

import org.jspecify.annotations.NullMarked;
