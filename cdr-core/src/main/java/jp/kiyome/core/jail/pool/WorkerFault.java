package jp.kiyome.core.jail.pool;

/** A worker did not do what it was asked. It is no use any more. */
final class WorkerFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** How it failed. */
    enum Kind {
        /** It ended. */
        DIED,
        /** It did not end in time, not even when asked. */
        LATE,
        /** What it said cannot be true, or is no answer. */
        LIED
    }

    private final Kind kind;

    WorkerFault(Kind kind, String how) {
        super(how, null, false, false);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
