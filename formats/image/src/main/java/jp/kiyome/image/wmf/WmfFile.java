package jp.kiyome.image.wmf;

import java.util.Optional;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.metafile.Bitmaps;

/** What is known of one file while its records are read. Not for sharing between threads. */
final class WmfFile {

    private static final int MOST_SAVED = 1_024;

    private final WmfObjects objects = new WmfObjects();
    private final Bitmaps bitmaps;
    private Optional<WmfObjects.Kind> making = Optional.empty();
    private int saved;

    WmfFile(Session session) {
        this.bitmaps = new Bitmaps(session);
    }

    WmfObjects objects() {
        return objects;
    }

    Bitmaps bitmaps() {
        return bitmaps;
    }

    /** Says what the record being read makes, if it stays. */
    void making(WmfObjects.Kind kind) {
        making = Optional.of(kind);
    }

    Optional<WmfObjects.Kind> made() {
        Optional<WmfObjects.Kind> made = making;
        making = Optional.empty();
        return made;
    }

    boolean save() {
        if (saved == MOST_SAVED) {
            return false;
        }
        saved++;
        return true;
    }

    /** Goes back to a state saved before: -1 for the last, 1 for the first. */
    boolean restore(int which) {
        int left = which < 0 ? saved + which : which - 1;
        if (which == 0 || left < 0 || left >= saved) {
            return false;
        }
        saved = left;
        return true;
    }
}
