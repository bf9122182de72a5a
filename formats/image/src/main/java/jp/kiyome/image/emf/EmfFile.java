package jp.kiyome.image.emf;

import jp.kiyome.core.spi.Session;
import jp.kiyome.image.metafile.Bitmaps;

/** What is known of one file while its records are read. Not for sharing between threads. */
final class EmfFile {

    /** States that a file may save inside each other. */
    private static final int MOST_SAVED = 1_024;

    private final EmfObjects objects = new EmfObjects();
    private final Bitmaps bitmaps;
    private int saved;

    EmfFile(Session session) {
        this.bitmaps = new Bitmaps(session);
    }

    EmfObjects objects() {
        return objects;
    }

    Bitmaps bitmaps() {
        return bitmaps;
    }

    boolean save() {
        if (saved == MOST_SAVED) {
            return false;
        }
        saved++;
        return true;
    }

    /** Goes back to a state saved before; {@code relative} is -1 for the last. */
    boolean restore(int relative) {
        if (relative >= 0 || relative < -saved) {
            return false;
        }
        saved += relative;
        return true;
    }
}
