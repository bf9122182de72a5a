package jp.kiyome.ichitaro.text;

import java.util.Arrays;
import jp.kiyome.ichitaro.raw.Notes;

/** The header of a line or paragraph: zero, items of tag, count and words, and a mark of their end. */
final class ParagraphHeader {

    private static final int END = 0xFFFF;

    private final int[] units;
    private final boolean[] keep;
    private final Notes notes;

    ParagraphHeader(int[] units, boolean[] keep, Notes notes) {
        this.units = units;
        this.keep = keep;
        this.notes = notes;
    }

    /** Takes items out that are not listed, and the whole record where it cannot be read. */
    void filter(int at, int length) {
        int from = at + 4;
        int end = at + length - 4;
        int gone = 0;
        int item = from;
        while (item + 1 < end && units[item] != END) {
            int size = 2 + units[item + 1];
            if (size > end - item) {
                drop(at, length);
                return;
            }
            if (!allowed(item)) {
                notes.removed("ichitaro.paragraph-format", Integer.toHexString(units[item]));
                Arrays.fill(keep, item, item + size, false);
                gone += size;
            }
            item += size;
        }
        if (units[at + 3] != 0 || !endsAt(item, end)) {
            drop(at, length);
            return;
        }
        units[at + 2] = length - gone;
        units[end] = length - gone;
    }

    private boolean allowed(int item) {
        int count = units[item + 1];
        return TextRules.item(units[item])
                .filter(words -> words.allow(units, item + 2, count))
                .isPresent();
    }

    private boolean endsAt(int item, int end) {
        boolean marked = item < end && units[item] == END;
        return marked && (item == end - 1 || item == end - 2 && units[end - 1] == 0);
    }

    private void drop(int at, int length) {
        notes.removed("ichitaro.record", "class 10, items");
        Arrays.fill(keep, at, at + length, false);
    }
}
