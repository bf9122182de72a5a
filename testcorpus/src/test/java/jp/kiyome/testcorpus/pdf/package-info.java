/** Other readers of PDF files: PDFBox, qpdf and poppler. */
@NullMarked
package jp.kiyome.testcorpus.pdf;

import org.jspecify.annotations.NullMarked;
