/** Pictures, profiles and other binary leaves, decoded and encoded again. */
@NullMarked
package jp.kiyome.pdf.picture;

import org.jspecify.annotations.NullMarked;
