package jp.kiyome.pdf.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Malformed;

/** Which object stands where, as the cross-reference tables or a search of the whole file say. Not thread-safe. */
final class Xref {

    /** Objects in one file at most (format-wide bound; Annex C of ISO 32000-1 names 8,388,607). */
    static final int MOST_OBJECTS = 1_000_000;

    final Map<Integer, Entry> entries = new HashMap<>();
    /** Numbers of cross-reference streams, which nothing refers to. */
    final Set<Integer> containers = new HashSet<>();

    Cos.Dict trailer = Cos.Dict.EMPTY;
    /** Tables that count one more save of the file each. */
    int revisions;

    /** What is said first counts: tables are read from the newest to the oldest. */
    void offer(long number, Entry entry) {
        if (number > 0 && number <= Integer.MAX_VALUE) {
            entries.putIfAbsent((int) number, entry);
            bound();
        }
    }

    /** What is said last counts: a file is searched from front to back. */
    void replace(int number, Entry entry) {
        entries.put(number, entry);
        bound();
    }

    void offerTrailer(Cos.Dict older) {
        Cos.Dict merged = trailer;
        for (var entry : older.entries().entrySet()) {
            if (!merged.has(entry.getKey())) {
                merged = merged.with(entry.getKey(), entry.getValue());
            }
        }
        trailer = merged;
    }

    private void bound() {
        if (entries.size() > MOST_OBJECTS) {
            throw Malformed.tooMuch("more than " + MOST_OBJECTS + " objects");
        }
    }
}
