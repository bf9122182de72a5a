@NullMarked
package jp.kiyome.image.bmp;

import org.jspecify.annotations.NullMarked;
