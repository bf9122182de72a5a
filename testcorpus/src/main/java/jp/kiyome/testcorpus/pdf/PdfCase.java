package jp.kiyome.testcorpus.pdf;

import java.util.function.Supplier;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Vector;

/** A vector in the making; its findings stand in {@code findings.tsv} beside this class. */
record PdfCase(Vector vector) {

    static PdfCase of(String name, Supplier<byte[]> hostile, Supplier<byte[]> twin) {
        return new PdfCase(Vector.of("pdf-" + name, "pdf", hostile, twin).keeps("Kiyome"));
    }

    /** A file whose page shows one line of text when all is well. */
    static PdfCase of(String name, Supplier<byte[]> hostile) {
        return of(name, hostile, PdfBuilder.onePage()::plain);
    }

    /** What counts of it is not sure, so that readers may differ in what they show. */
    PdfCase hides() {
        return new PdfCase(vector.keeps());
    }

    PdfCase loses(String... texts) {
        return new PdfCase(vector.loses(texts));
    }

    PdfCase refused() {
        return new PdfCase(vector.ends(Ending.REFUSED));
    }

    /** Ends either way, and is read by nobody else in tests: what draws itself twice keeps a careless reader busy for ever. */
    PdfCase open() {
        return new PdfCase(vector.ends(Ending.REBUILT_OR_REFUSED).keeps());
    }
}
