@NullMarked
package jp.kiyome.image.png;

import org.jspecify.annotations.NullMarked;
