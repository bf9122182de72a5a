package jp.kiyome.quarantine.key;

/** A wrapped key that does not open: another key wrapped it, it is for something else, or it was changed. */
public final class KeyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyRefused(String purpose) {
        super("a key does not open: " + purpose);
    }
}
