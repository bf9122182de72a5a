package jp.kiyome.quarantine.store;

/** A file that this item does not have, or not any more. */
public final class NoSuchBlob extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchBlob(String what) {
        super("no such file: " + what);
    }
}
