@NullMarked
package jp.kiyome.image.icc;

import org.jspecify.annotations.NullMarked;
