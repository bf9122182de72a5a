/** The sizes of vector pictures, for those who put something of the same size in their place. */
@NullMarked
package jp.kiyome.image.vector;

import org.jspecify.annotations.NullMarked;
