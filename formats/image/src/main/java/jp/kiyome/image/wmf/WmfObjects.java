package jp.kiyome.image.wmf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The object table of one file ([MS-WMF] 3.1.4.1): a new object takes the first free slot. An object whose record was dropped keeps its
 * slot in the input and has none in the output, so each number is looked up. Not for sharing between threads.
 */
final class WmfObjects {

    enum Kind {
        PEN,
        BRUSH,
        FONT,
        PALETTE,
        REGION
    }

    /** @param output its slot in the output, negative for an object that is not there */
    private record Slot(Optional<Kind> kind, int output) {}

    private static final int MOST = 0xFFFF;

    private final List<Optional<Slot>> slots = new ArrayList<>();
    private final List<Boolean> taken = new ArrayList<>();

    /** Slots that a player of the output needs. */
    int count() {
        return taken.size();
    }

    /** An object has been made, and its record stays. */
    void made(Kind kind) {
        int output = taken.indexOf(false);
        if (output < 0) {
            output = taken.size();
            taken.add(true);
        } else {
            taken.set(output, true);
        }
        put(new Slot(Optional.of(kind), output));
    }

    /** An object was made by a record that does not stay. */
    void lost() {
        put(new Slot(Optional.empty(), -1));
    }

    boolean full() {
        return slots.size() >= MOST;
    }

    /** The number in the output; negative when there is no such object. */
    int find(int index, Set<Kind> kinds) {
        Optional<Slot> slot = slot(index);
        return slot.flatMap(Slot::kind).filter(kinds::contains).isPresent()
                ? slot.get().output()
                : -1;
    }

    /** Empties a slot; gives its number in the output, negative when there is no such object there. */
    int free(int index) {
        Optional<Slot> slot = slot(index);
        slot.ifPresent(freed -> {
            slots.set(index, Optional.empty());
            if (freed.output() >= 0) {
                taken.set(freed.output(), false);
            }
        });
        return slot.map(Slot::output).orElse(-1);
    }

    private Optional<Slot> slot(int index) {
        return index < slots.size() ? slots.get(index) : Optional.empty();
    }

    private void put(Slot slot) {
        int free = slots.indexOf(Optional.<Slot>empty());
        if (free < 0) {
            slots.add(Optional.of(slot));
        } else {
            slots.set(free, Optional.of(slot));
        }
    }
}
