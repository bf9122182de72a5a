/** Tiny pictures, written chunk by chunk, with room for what does not belong into them. */
@NullMarked
package jp.kiyome.testcorpus.picture;

import org.jspecify.annotations.NullMarked;
