/** Compound files made byte by byte, for documents of the binary formats of Office. */
@NullMarked
package jp.kiyome.testcorpus.ole;

import org.jspecify.annotations.NullMarked;
