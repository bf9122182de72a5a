@NullMarked
package jp.kiyome.image.tiff;

import org.jspecify.annotations.NullMarked;
