package jp.kiyome.quarantine.reprocess.batch;

import java.util.List;

/** A run that was broken off. What is done is done; started again it goes on from there. */
public final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Broken(String message, List<Throwable> causes) {
        super(message);
        causes.forEach(this::addSuppressed);
    }

    public Broken(String message) {
        super(message);
    }
}
