package jp.kiyome.image.emfplus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.metafile.Bitmaps;

/** What is known of one file's EMF+ part while its records are read: flags, objects, saved states. Not for sharing between threads. */
final class PlusFile {

    enum Kind {
        BRUSH,
        PEN,
        PATH,
        REGION,
        IMAGE,
        FONT,
        FORMAT,
        ATTRIBUTES
    }

    /** [MS-EMFPLUS] 2.3.5.1: numbers of objects. */
    static final int OBJECTS = 64;

    private static final int MOST_SAVED = 1_024;

    private final Session session;
    private final Bitmaps pictures;
    private final Map<Integer, Kind> objects = new HashMap<>();
    private final Set<Integer> saved = new HashSet<>();
    private int flags;

    PlusFile(Session session) {
        this.session = session;
        this.pictures = new Bitmaps(session);
    }

    Session session() {
        return session;
    }

    Bitmaps pictures() {
        return pictures;
    }

    /** Flags of the record being read, and then of the one to be written. */
    int flags() {
        return flags;
    }

    void flags(int now) {
        flags = now;
    }

    boolean is(int index, Kind kind) {
        return objects.get(index) == kind;
    }

    void put(int index, Kind kind) {
        objects.put(index, kind);
    }

    void forget(int index) {
        objects.remove(index);
    }

    boolean save(int index) {
        return saved.size() < MOST_SAVED && saved.add(index) || saved.contains(index);
    }

    boolean restore(int index) {
        return saved.remove(index);
    }
}
