package jp.kiyome.core.jail.pool;

/** As many files wait as may wait: come back later. Nothing has been done with the file. */
public final class PoolBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PoolBusy(int waiting) {
        super(waiting + " files are waiting", null, false, false);
    }
}
