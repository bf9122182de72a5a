package jp.kiyome.testcorpus.command;

import java.io.IOException;
import java.nio.file.Path;
import jp.kiyome.testcorpus.bench.PdfTable;

/** {@code PdfBench DIR}: how fast the PDF files of a folder are rebuilt, beside qpdf. */
public final class PdfBench {

    private PdfBench() {}

    public static void main(String[] args) throws IOException {
        System.out.print(PdfTable.measure(Path.of(args[0])));
    }
}
