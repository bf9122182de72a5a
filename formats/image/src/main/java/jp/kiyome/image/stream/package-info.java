@NullMarked
package jp.kiyome.image.stream;

import org.jspecify.annotations.NullMarked;
