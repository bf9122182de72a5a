package jp.kiyome.cad.dxf.pairs;

/** Reads pairs one by one. Not thread-safe. Throws {@link jp.kiyome.core.finding.Refusal} for what is no pair. */
public interface PairSource {

    /** Goes to the next pair; false where the bytes end between two pairs. */
    boolean next();

    int code();

    /** The value, its bytes as characters of ISO 8859-1: which charset they are in is not known here. */
    String raw();

    /** Where the present pair begins, in bytes from the start of the file. */
    long start();

    /** Where the present pair ends. */
    long end();

    /** Whether a comment (group code 999) was skipped. */
    boolean skippedComment();
}
