package jp.kiyome.office.xls;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;
import jp.kiyome.office.xls.ptg.TokenScope;

/**
 * References to sheets and to functions of add-ins ([MS-XLS] 2.4.105 ExternSheet). Those to sheets of this workbook that stay, and to
 * functions that are allowed, get new numbers; all others are gone. Not thread-safe.
 */
final class Links {

    /** Sheets of an XTI (2.5.334): the whole workbook, or one that was deleted. */
    private static final int WORKBOOK = 0xFFFE;

    private static final int DELETED = 0xFFFF;

    private record Target(int book, int first, int last) {}

    private final List<SupBook> books = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final Map<Target, Integer> kept = new LinkedHashMap<>();
    private final Map<String, Integer> functions = new LinkedHashMap<>();
    private int[] numbers = {};

    void book(RecordInput in) {
        books.add(SupBook.read(in));
    }

    void name(RecordInput in) {
        if (!books.isEmpty()) {
            books.getLast().name(in);
        }
    }

    void references(RecordInput in) {
        int count = in.u16();
        for (int i = 0; in.has(1, 6) && i < count; i++) {
            targets.add(new Target(in.u16(), in.u16(), in.u16()));
        }
    }

    /** Settles the numbers; tells what leads elsewhere. */
    void settle(SheetList sheets, Told told) {
        numbers = new int[targets.size()];
        for (SupBook book : books) {
            switch (book.kind()) {
                case SELF -> {}
                case ADD_IN -> functions(book);
                case BOOK -> told.removed("active.external-book", "SupBook");
                case DDE -> told.removed("active.dde", "SupBook");
            }
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = settled(targets.get(i), sheets);
        }
    }

    private void functions(SupBook book) {
        for (int i = 1; i <= book.size(); i++) {
            if (!book.function(i).isEmpty()) {
                functions.putIfAbsent(book.function(i), functions.size() + 1);
            }
        }
    }

    private int settled(Target target, SheetList sheets) {
        int first = TokenScope.GONE;
        int last = TokenScope.GONE;
        if (kind(target) == SupBook.Kind.SELF) {
            first = sheet(target.first, sheets);
            last = sheet(target.last, sheets);
        } else if (kind(target) == SupBook.Kind.ADD_IN && !functions.isEmpty()) {
            first = WORKBOOK;
            last = WORKBOOK;
        }
        if (first == TokenScope.GONE || last == TokenScope.GONE) {
            return TokenScope.GONE;
        }
        int book = kind(target) == SupBook.Kind.ADD_IN ? 1 : 0;
        return kept.computeIfAbsent(new Target(book, first, last), any -> kept.size());
    }

    private static int sheet(int number, SheetList sheets) {
        return number == WORKBOOK || number == DELETED ? number : sheets.number(number);
    }

    private SupBook.Kind kind(Target target) {
        return target.book < books.size() ? books.get(target.book).kind() : SupBook.Kind.BOOK;
    }

    int sheets(int reference) {
        boolean self = reference < targets.size() && kind(targets.get(reference)) == SupBook.Kind.SELF;
        return self ? numbers[reference] : TokenScope.GONE;
    }

    String whyNot(int reference) {
        if (reference >= targets.size()) {
            return "active.formula";
        }
        return switch (kind(targets.get(reference))) {
            case SELF -> "macro.reference";
            case ADD_IN -> "active.formula";
            case BOOK -> "active.external-book";
            case DDE -> "active.dde";
        };
    }

    int addIn(int reference) {
        boolean addIn = reference < targets.size() && kind(targets.get(reference)) == SupBook.Kind.ADD_IN;
        return addIn ? numbers[reference] : TokenScope.GONE;
    }

    int addInFunction(int reference, int name) {
        String function = books.get(targets.get(reference).book).function(name);
        return functions.getOrDefault(function, TokenScope.GONE);
    }

    /** The records, where any reference stays. */
    void write(int sheets, RecordOutput out) {
        if (kept.isEmpty()) {
            return;
        }
        book(out, sheets, SupBook.SELF_MARK);
        if (!functions.isEmpty()) {
            book(out, 1, SupBook.ADD_IN_MARK);
            functions.keySet().forEach(name -> function(out, name));
        }
        RecordOutput data = new RecordOutput();
        data.u16(kept.size());
        for (Target target : kept.keySet()) {
            data.u16(target.book);
            data.u16(target.first);
            data.u16(target.last);
        }
        out.record(Biff.EXTERN_SHEET, data.toByteArray());
    }

    private static void book(RecordOutput out, int sheets, int mark) {
        int begun = out.begin(Biff.SUP_BOOK);
        out.u16(sheets);
        out.u16(mark);
        out.end(begun);
    }

    private static void function(RecordOutput out, String name) {
        int begun = out.begin(Biff.EXTERN_NAME);
        out.zeros(6);
        out.u8(name.length());
        out.string(name);
        // The formula of a name that has none: #REF!
        out.u16(2);
        out.u8(0x1C);
        out.u8(0x17);
        out.end(begun);
    }
}
