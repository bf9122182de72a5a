@NullMarked
package jp.kiyome.cad.part21;

import org.jspecify.annotations.NullMarked;
