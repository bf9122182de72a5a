package jp.kiyome.core.jail.pool;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers, for the life of the pool, which files have ended workers, by hash. Threads share it. */
final class Offenders {

    /** Workers that one file may end. */
    static final int MOST = 2;

    private static final int REMEMBERED = 100_000;

    private final Map<String, Integer> ended = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Counts one more worker that a file has ended; whether it may have another. */
    synchronized boolean mayTryAgain(String sha256) {
        return ended.merge(sha256, 1, Integer::sum) < MOST;
    }

    synchronized boolean isOne(String sha256) {
        return ended.getOrDefault(sha256, 0) >= MOST;
    }
}
