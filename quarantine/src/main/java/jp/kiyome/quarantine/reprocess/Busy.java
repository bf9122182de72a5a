package jp.kiyome.quarantine.reprocess;

/** Another process works on the same run. */
public final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Busy() {
        super("another process works on the same run");
    }
}
