package jp.kiyome.ichitaro.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import jp.kiyome.ichitaro.raw.Characters;
import jp.kiyome.ichitaro.raw.Notes;

/** Walks over the units of a text and marks those that stay. A record says twice how long it is; it must say the same. */
final class TextFilter {

    private static final int RECORD = 0x1C;
    private static final int INLINE_TEXT = 0x1D;
    private static final int INLINE_END = 0x1E;
    private static final int TEXT = 0x1F;

    private static final int INLINE_HEAD = 7;
    private static final int INLINE_FOOT = 5;
    private static final int LONGEST_FOOT = 16;
    private static final int RECORD_HEAD = 3;
    private static final int RECORD_FOOT = 4;
    private static final int DEEPEST = 8;

    /** What becomes of an inline record that is open. */
    private enum Open {
        KEPT,
        UNWRAPPED,
        HIDDEN
    }

    private final int[] units;
    private final boolean[] keep;
    private final Notes notes;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Deque<Integer> classes = new ArrayDeque<>();
    private int hidden;

    TextFilter(int[] units, Notes notes) {
        this.units = units;
        this.keep = new boolean[units.length];
        this.notes = notes;
    }

    /** Marks what stays; lengths that change are written to the units. */
    boolean[] run() {
        int at = 0;
        while (at < units.length) {
            at += switch (units[at]) {
                case RECORD -> record(at);
                case INLINE_END -> inlineEnd(at);
                default -> unit(at);
            };
        }
        if (!open.isEmpty()) {
            throw notes.damaged("an inline record without an end");
        }
        return keep;
    }

    private int unit(int at) {
        int unit = units[at];
        boolean control = unit < 0x20 || unit >= 0x7F && unit < 0xA0;
        boolean allowed = control ? TextRules.allowsControl(unit) : Characters.isText(units, at);
        if (!allowed) {
            notes.removed("ichitaro.control", Integer.toHexString(unit));
        }
        keep[at] = allowed && hidden == 0;
        return 1;
    }

    private int record(int at) {
        int length = at + 2 < units.length ? units[at + 2] : 0;
        if (length < RECORD_HEAD + 1 || length > units.length - at) {
            throw notes.damaged("a record of " + length + " words at " + at);
        }
        int last = units[at + length - 1];
        if (last == INLINE_TEXT) {
            inline(at, length);
        } else if (last == TEXT && mirrored(at, length)) {
            ordinary(at, length);
        } else {
            throw notes.damaged("a record that ends otherwise than it begins at " + at);
        }
        return length;
    }

    private boolean mirrored(int at, int length) {
        int end = at + length;
        return length >= RECORD_HEAD + RECORD_FOOT
                && units[end - 4] == length
                && units[end - 3] == 0
                && units[end - 2] == units[at + 1];
    }

    private void inline(int at, int length) {
        if (open.size() >= DEEPEST) {
            throw notes.damaged("inline records inside each other");
        }
        boolean known = length == INLINE_HEAD && units[at + 1] == 1 && units[at + 3] == 0;
        Optional<Boolean> shows = known ? TextRules.shows(units[at + 4], units[at + 5]) : Optional.empty();
        Open what = shows.map(show -> show ? Open.KEPT : Open.HIDDEN).orElse(Open.UNWRAPPED);
        String place = known
                ? Integer.toHexString(units[at + 4]) + " " + Integer.toHexString(units[at + 5])
                : "class " + Integer.toHexString(units[at + 1]);
        switch (what) {
            case KEPT -> stays(at, length);
            case UNWRAPPED -> notes.changed("ichitaro.inline-record", place);
            case HIDDEN -> notes.removed("ichitaro.hidden-text", place);
        }
        hidden += what == Open.HIDDEN ? 1 : 0;
        open.push(what);
        classes.push(units[at + 1]);
    }

    private int inlineEnd(int at) {
        int length = at + 1 < units.length ? units[at + 1] : 0;
        int end = at + length;
        boolean whole = length >= INLINE_FOOT
                && length <= LONGEST_FOOT
                && end <= units.length
                && units[at + 2] == 0
                && !open.isEmpty()
                && units[end - 2] == classes.pop()
                && units[end - 1] == TEXT;
        if (!whole) {
            throw notes.damaged("an end of an inline record at " + at);
        }
        Open what = open.pop();
        hidden -= what == Open.HIDDEN ? 1 : 0;
        if (what == Open.KEPT) {
            stays(at, length);
        }
        return length;
    }

    private void ordinary(int at, int length) {
        int kind = units[at + 1];
        int words = length - RECORD_HEAD - RECORD_FOOT;
        boolean allowed = TextRules.record(kind)
                .filter(rule -> rule.allow(units, at + RECORD_HEAD, words))
                .isPresent();
        if (!allowed) {
            notes.removed("ichitaro.record", "class " + Integer.toHexString(kind));
            return;
        }
        stays(at, length);
        if (kind == 0x10) {
            new ParagraphHeader(units, keep, notes).filter(at, length);
        }
    }

    private void stays(int from, int count) {
        if (hidden == 0) {
            Arrays.fill(keep, from, from + count, true);
        }
    }
}
