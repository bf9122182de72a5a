/** ZIP archives written byte by byte, so that they can be wrong in every way a reader must notice. */
@NullMarked
package jp.kiyome.testcorpus.zip;

import org.jspecify.annotations.NullMarked;
