package jp.kiyome.image.emf;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The object table of one file ([MS-EMF] 3.1.1.1) as a player would fill it, so that nothing uses what was never made. Not for sharing
 * between threads.
 */
final class EmfObjects {

    enum Kind {
        PEN,
        BRUSH,
        FONT,
        PALETTE
    }

    /** A change that holds once the record that wants it is kept. */
    private record Change(int index, Optional<Kind> made) {}

    private static final int MOST = 0xFFFF;
    private static final int STOCK = 0x80000000;
    private static final int DEFAULT_PALETTE = STOCK | 15;
    /** [MS-EMF] 2.1.31: 9 and 18 upwards, the colours of the device context aside, are not there. */
    private static final Set<Integer> STOCK_OBJECTS =
            Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 16, 17, 18, 19);

    private final Map<Integer, Kind> slots = new HashMap<>();
    private Optional<Change> wanted = Optional.empty();
    private int highest;

    /** Slots that a player needs, the first included, which stands for the file itself. */
    int count() {
        return highest + 1;
    }

    boolean make(int index, Kind kind) {
        wanted = Optional.of(new Change(index, Optional.of(kind)));
        return index >= 1 && index <= MOST;
    }

    boolean free(int index) {
        wanted = Optional.of(new Change(index, Optional.empty()));
        return slots.containsKey(index);
    }

    boolean usable(int index, Set<Kind> kinds) {
        if (index < 0) {
            return kinds.contains(Kind.PALETTE) ? index == DEFAULT_PALETTE : STOCK_OBJECTS.contains(index & ~STOCK);
        }
        return slots.containsKey(index) && kinds.contains(slots.get(index));
    }

    /** Forgets the changes of a record that is not kept. */
    void begin() {
        wanted = Optional.empty();
    }

    void commit() {
        wanted.ifPresent(change -> change.made()
                .ifPresentOrElse(
                        kind -> {
                            slots.put(change.index(), kind);
                            highest = Math.max(highest, change.index());
                        },
                        () -> slots.remove(change.index())));
        wanted = Optional.empty();
    }
}
