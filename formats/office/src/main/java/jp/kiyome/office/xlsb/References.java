package jp.kiyome.office.xlsb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;
import jp.kiyome.office.xls.ptg.TokenScope;

/**
 * References to sheets ([MS-XLSB] BrtExternSheet). Those to sheets of this workbook that stay get new numbers, all others are
 * gone. Not thread-safe.
 */
final class References {

    /** In place of a sheet: the whole workbook, or one that was deleted (Xti). */
    private static final int WORKBOOK = -2;

    private static final int DELETED = -1;
    private static final int MOST = 0xFFFF;

    private record Target(int book, int first, int last) {}

    /** Of each book, the kind of finding under which it goes; empty for this one. */
    private final List<String> books = new ArrayList<>();

    private final List<Target> targets = new ArrayList<>();
    private final Map<Target, Integer> kept = new LinkedHashMap<>();
    private int[] numbers = {};

    /** @param code empty for this workbook, else why references to the book go */
    void book(String code) {
        books.add(code);
    }

    /** The kind of finding under which a book goes. */
    String book(int number) {
        return number >= 0 && number < books.size() ? books.get(number) : "active.formula";
    }

    void read(RecordInput in) {
        targets.addAll(targets(in));
    }

    private static List<Target> targets(RecordInput in) {
        List<Target> read = new ArrayList<>();
        int count = in.i32();
        if (count > MOST || !in.has(count, 12)) {
            throw Refusal.of("xlsb.part", "BrtExternSheet");
        }
        for (int i = 0; i < count; i++) {
            read.add(new Target(in.i32(), in.i32(), in.i32()));
        }
        return read;
    }

    /** Goes behind what was read before. */
    static void skip(RecordInput in) {
        targets(in);
    }

    void settle(Sheets sheets) {
        numbers = new int[targets.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = settled(targets.get(i), sheets);
        }
    }

    private int settled(Target target, Sheets sheets) {
        int first = sheet(target.first, sheets);
        int last = sheet(target.last, sheets);
        boolean gone = !book(target.book).isEmpty()
                || first == TokenScope.GONE && target.first != DELETED
                || last == TokenScope.GONE && target.last != DELETED;
        return gone ? TokenScope.GONE : kept.computeIfAbsent(new Target(0, first, last), any -> kept.size());
    }

    private static int sheet(int number, Sheets sheets) {
        return number == WORKBOOK ? WORKBOOK : sheets.reference(number);
    }

    /** The new number of a reference; {@link TokenScope#GONE} for one that does not stay. */
    int sheets(int reference) {
        return reference < numbers.length ? numbers[reference] : TokenScope.GONE;
    }

    String whyNot(int reference) {
        if (reference >= targets.size()) {
            return "active.formula";
        }
        String code = book(targets.get(reference).book);
        return code.isEmpty() ? "macro.reference" : code;
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    void write(RecordOutput out) {
        out.i32(kept.size());
        for (Target target : kept.keySet()) {
            out.i32(target.book);
            out.i32(target.first);
            out.i32(target.last);
        }
    }
}
