/** A reader of PDF files that looks for what must not be in a clean one. Shares no code with the handler. */
@NullMarked
package jp.kiyome.testcorpus.scan.pdf;

import org.jspecify.annotations.NullMarked;
