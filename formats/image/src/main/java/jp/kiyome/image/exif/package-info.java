@NullMarked
package jp.kiyome.image.exif;

import org.jspecify.annotations.NullMarked;
