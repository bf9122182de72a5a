/** Pictures: taken apart to their samples or coefficients and written anew in the same format. */
@NullMarked
package jp.kiyome.image;

import org.jspecify.annotations.NullMarked;
