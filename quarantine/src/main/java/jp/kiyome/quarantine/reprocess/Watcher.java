package jp.kiyome.quarantine.reprocess;

/** Is told how a run goes, by a thread of its own. */
public interface Watcher {

    /**
     * All items are selected.
     *
     * @param done by earlier starts of the same run
     */
    void selected(long total, long done);

    /** Told about once a second. */
    void progress(long done, long total);

    /** Whether to go on; asked between any two tasks or so, by the threads that work. */
    default boolean wanted() {
        return true;
    }

    /** Nobody watches. */
    static Watcher nobody() {
        return new Watcher() {
            @Override
            public void selected(long total, long done) {}

            @Override
            public void progress(long done, long total) {}
        };
    }
}
