package jp.kiyome.office.xlsb;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.ptg.Formula;
import jp.kiyome.office.xls.ptg.TokenScope;
import jp.kiyome.office.xls.ptg.WideTokenCopy;

/**
 * What is known of a workbook before any of its parts is written: which sheets, names and references stay. What is known of its
 * strings grows while sheets are written. Not thread-safe.
 */
public final class Book implements TokenScope {

    /** The kinds of parts that a sheet may be. */
    private static final List<String> SHEETS = List.of("binary-worksheet", "binary-chartsheet");

    private final Sheets sheets = new Sheets();
    private final References references = new References();
    private final DefinedNames names = new DefinedNames();
    private final WideTokenCopy tokens = new WideTokenCopy(this);
    private final BitSet strings = new BitSet();
    private final Styles styles;
    private final int stringCount;

    private Book(Styles styles, int stringCount) {
        this.styles = styles;
        this.stringCount = stringCount;
    }

    /**
     * Reads the workbook part.
     *
     * @param styles the part of the styles; empty where the workbook has none
     * @param strings the part of the strings that cells share, likewise
     * @throws Refusal {@code xlsb.no-sheet} when no sheet stays
     */
    public static Book survey(
            PartSource workbook, Optional<PartSource> styles, Optional<PartSource> strings, PartHost host) {
        Book book = new Book(
                styles.map(Styles::of).orElseGet(Styles::none),
                strings.map(Book::countStrings).orElse(0));
        try (RecordStream records = new RecordStream(workbook)) {
            while (records.next()) {
                book.read(records.id(), records.data(), host);
            }
        }
        if (book.sheets.all().stream().noneMatch(SheetEntry::stays)) {
            throw Refusal.of("xlsb.no-sheet", "");
        }
        book.references.settle(book.sheets);
        book.names.settle(book, host.budget());
        return book;
    }

    private static int countStrings(PartSource part) {
        int count = 0;
        try (RecordStream records = new RecordStream(part)) {
            while (records.next()) {
                count += records.id() == Brt.STRING ? 1 : 0;
            }
        }
        return count;
    }

    private void read(int id, RecordInput in, PartHost host) {
        switch (id) {
            case Brt.SHEET -> sheet(in, host);
            case Brt.BOOK_SELF -> references.book("");
            case Brt.BOOK_ELSEWHERE ->
                references.book(why(host.follow(Texts.readNullable(in).orElse(""), List.of())));
            case Brt.BOOK_SAME -> references.book("active.external-book");
            case Brt.ADD_IN -> references.book("active.formula");
            case Brt.REFERENCES -> references.read(in);
            case Brt.NAME -> names.add(DefinedName.read(in));
            default -> {}
        }
    }

    private void sheet(RecordInput in, PartHost host) {
        SheetEntry entry = SheetEntry.read(in);
        sheets.add(entry.goes(why(host.follow(entry.relationship(), SHEETS))));
    }

    private static String why(Followed followed) {
        return switch (followed) {
            case Followed.Kept kept -> "";
            case Followed.Refused(String code) -> code;
        };
    }

    /** Of each sheet in order, whether it stays. */
    public List<Boolean> sheetsThatStay() {
        List<Boolean> stay = new ArrayList<>();
        sheets.all().forEach(sheet -> stay.add(sheet.stays()));
        return List.copyOf(stay);
    }

    /** The names of the sheets that stay, folded. */
    public Set<String> sheetNames() {
        Set<String> folded = new HashSet<>();
        for (SheetEntry sheet : sheets.all()) {
            if (sheet.stays()) {
                folded.add(sheet.name().toLowerCase(Locale.ROOT));
            }
        }
        return folded;
    }

    /** The defined names that stay, folded. */
    public Set<String> nameNames() {
        return names.kept();
    }

    Sheets sheets() {
        return sheets;
    }

    References references() {
        return references;
    }

    DefinedNames names() {
        return names;
    }

    Styles styles() {
        return styles;
    }

    /** A cell shows the string of this number. Returns whether there is one. */
    boolean use(int string) {
        if (string < 0 || string >= stringCount) {
            return false;
        }
        strings.set(string);
        return true;
    }

    int stringCount() {
        return stringCount;
    }

    boolean uses(int string) {
        return strings.get(string);
    }

    Formula formula(byte[] rgce, byte[] rgcb) {
        return tokens.copy(rgce, rgcb);
    }

    @Override
    public int sheets(int reference) {
        return references.sheets(reference);
    }

    @Override
    public String whyNot(int reference) {
        return references.whyNot(reference);
    }

    @Override
    public int name(int number) {
        return names.number(number);
    }

    @Override
    public boolean isFunction(int name) {
        return names.isFunction(name);
    }

    /** Functions of add-ins do not stay: those that came with Excel have numbers here. */
    @Override
    public int addIn(int reference) {
        return GONE;
    }

    @Override
    public int addInFunction(int reference, int name) {
        return GONE;
    }
}
