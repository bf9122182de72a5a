package jp.kiyome.office.doc.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import jp.kiyome.office.doc.file.NewParts;
import jp.kiyome.office.doc.raw.Out;

/** Writes ranges of the text: where they begin, and where they end ([MS-DOC] 2.8.10, 2.8.11). */
final class Ranges {

    private Ranges() {}

    /** @param name a number that tells it from others */
    record Named(int from, int to, int name) {}

    static List<Named> sorted(List<Named> ranges) {
        return ranges.stream().sorted(Comparator.comparingInt(Named::from)).toList();
    }

    /** @param sorted by their beginnings */
    static void write(List<Named> sorted, int last, NewParts parts, String starts, String ends) {
        List<Named> byEnd = new ArrayList<>(sorted);
        byEnd.sort(Comparator.comparingInt(Named::to));
        int[] ending = new int[sorted.size()];
        IdentityHashMap<Named, Integer> order = new IdentityHashMap<>();
        for (int i = 0; i < byEnd.size(); i++) {
            order.put(byEnd.get(i), i);
        }
        Out begins = new Out();
        Out finishes = new Out();
        for (int i = 0; i < sorted.size(); i++) {
            ending[i] = order.getOrDefault(sorted.get(i), 0);
            begins.i32(sorted.get(i).from());
            finishes.i32(byEnd.get(i).to());
        }
        begins.i32(last);
        finishes.i32(last);
        for (int end : ending) {
            begins.u16(end).u16(0);
        }
        parts.part(starts, begins.bytes());
        parts.part(ends, finishes.bytes());
    }
}
