@NullMarked
package jp.kiyome.container.packed;

import org.jspecify.annotations.NullMarked;
