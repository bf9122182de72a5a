@NullMarked
package jp.kiyome.image.jpeg;

import org.jspecify.annotations.NullMarked;
