/** Pictures, rebuilt from their decoded values. */
@NullMarked
package jp.kiyome.image;

import org.jspecify.annotations.NullMarked;
