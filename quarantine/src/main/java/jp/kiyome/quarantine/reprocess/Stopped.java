package jp.kiyome.quarantine.reprocess;

/** Whoever watches a run did not want it any more. What is done is done; started again it goes on from there. */
public final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Stopped() {
        super("stopped");
    }
}
