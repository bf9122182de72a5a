/** Generators of PDF files, good and hostile. They share nothing with the handler but the specification. */
@NullMarked
package jp.kiyome.testcorpus.pdf;

import org.jspecify.annotations.NullMarked;
