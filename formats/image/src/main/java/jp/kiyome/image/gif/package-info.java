@NullMarked
package jp.kiyome.image.gif;

import org.jspecify.annotations.NullMarked;
