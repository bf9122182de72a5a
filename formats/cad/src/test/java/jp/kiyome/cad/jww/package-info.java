@NullMarked
package jp.kiyome.cad.jww;

import org.jspecify.annotations.NullMarked;
