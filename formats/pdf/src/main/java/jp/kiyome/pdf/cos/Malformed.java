package jp.kiyome.pdf.cos;

import jp.kiyome.core.finding.Refusal;

/** Refusals of files that cannot be read. Details are words of ours and numbers, never text of the file. Stateless. */
public final class Malformed {

    private Malformed() {}

    public static Refusal because(String detail) {
        return Refusal.of("pdf.damaged", detail);
    }

    /** More objects, deeper nesting or longer chains than any honest file has. */
    public static Refusal tooMuch(String detail) {
        return Refusal.of("pdf.too-complex", detail);
    }
}
