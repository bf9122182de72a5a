package jp.kiyome.office.xls;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.finding.Refusal;

/** The sheets of a workbook, and which of them stay. Not thread-safe. */
final class SheetList {

    private static final int GONE = -1;

    private final List<SheetEntry> entries = new ArrayList<>();
    private final List<SheetEntry> kept = new ArrayList<>();
    private int[] numbers = {};

    void add(SheetEntry entry) {
        entries.add(entry);
    }

    List<SheetEntry> all() {
        return entries;
    }

    /** Those that stay, in their order. */
    List<SheetEntry> kept() {
        return kept;
    }

    /** Settles which stay. */
    void settle(List<Boolean> stays) {
        numbers = new int[entries.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = stays.get(i) ? kept.size() : GONE;
            if (stays.get(i)) {
                kept.add(entries.get(i));
            }
        }
        if (kept.isEmpty()) {
            throw Refusal.of("xls.no-sheet", entries.size() + " removed");
        }
    }

    /** The new number of a sheet, counted from 0; -1 for one that goes or never was. */
    int number(int old) {
        return old < numbers.length ? numbers[old] : GONE;
    }
}
