package jp.kiyome.office.xls;

import java.util.Map;
import java.util.function.Function;
import jp.kiyome.office.xls.biff.Field;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;
import jp.kiyome.office.xls.biff.RecordTable;

/** The fields that {@code records.allow} has beside numbers. Stateless. */
final class XlsFields {

    /** Records by their numbers; read once. */
    static final RecordTable<Book> RECORDS = RecordTable.beside(XlsFields.class, "records.allow", own());

    private static final int BUILT_IN_STYLE = 0x8000;

    private static final int LAST_COLUMN = 256;

    private XlsFields() {}

    private static Map<String, Function<String, Field<Book>>> own() {
        return Map.ofEntries(
                Map.entry("short", any -> (in, out, book) -> text(in, out, 1)),
                Map.entry("long", any -> (in, out, book) -> text(in, out, 2)),
                Map.entry("picture-free", any -> (in, out, book) -> text(in, out, 2)),
                Map.entry("terminated", any -> (in, out, book) -> terminated(in, out)),
                Map.entry("sheet", any -> XlsFields::sheet),
                Map.entry("style", any -> XlsFields::style),
                Map.entry("autofilter", any -> (in, out, book) -> AutoFilter.copy(in, out)),
                Map.entry("ranges", any -> (in, out, book) -> ranges(in, out, 2)),
                Map.entry("range", any -> (in, out, book) -> range(in, out, 2)),
                Map.entry("columns", any -> (in, out, book) -> columns(in, out)),
                Map.entry("selected", any -> (in, out, book) -> selected(in, out)),
                Map.entry("break", any -> (in, out, book) -> breaks(in, out)),
                Map.entry("format", any -> (in, out, book) -> out.u16(book.format(in))),
                Map.entry("parent", any -> XlsFields::parent),
                Map.entry("font", any -> number(Counts::font)),
                Map.entry("numberformat", any -> number(Counts::numberFormat)),
                Map.entry("series", any -> number(Counts::series)),
                Map.entry("series-from-0", any -> number(Counts::seriesFromZero)),
                Map.entry("group", any -> number(Counts::group)),
                Map.entry("serieslist", any -> XlsFields::seriesList),
                Map.entry("run", any -> XlsFields::runs));
    }

    /** What becomes of a number that names something. */
    @FunctionalInterface
    private interface Named {
        int there(Counts counts, int number, RecordInput in);
    }

    private static Field<Book> number(Named named) {
        return (in, out, book) -> out.u16(named.there(book.counts(), in.u16(), in));
    }

    /** Three flags and a fourth, and the format that a format builds on in twelve bits (2.4.353). */
    private static void parent(RecordInput in, RecordOutput out, Book book) {
        int flags = in.u16();
        out.u16(flags & 0x000F | book.counts().parent(flags >> 4, in) << 4);
    }

    /** Cells from row to row and column to column; one that ends before it begins is turned round. */
    static void range(RecordInput in, RecordOutput out, int columnWidth) {
        pair(in, out, 2);
        pair(in, out, columnWidth);
    }

    private static void pair(RecordInput in, RecordOutput out, int width) {
        int first = in.number(width);
        int last = in.number(width);
        if (last < first) {
            in.stray();
        }
        out.number(Math.min(first, last), width);
        out.number(Math.max(first, last), width);
    }

    /** Columns from one to another; the last that may be named is the one behind all that a sheet has. */
    private static void columns(RecordInput in, RecordOutput out) {
        if ((in.peek(1) << 8 | in.peek(0)) > LAST_COLUMN || (in.peek(3) << 8 | in.peek(2)) > LAST_COLUMN) {
            in.refuse();
        }
        pair(in, out, 2);
    }

    private static void ranges(RecordInput in, RecordOutput out, int columnWidth) {
        int count = in.named("n");
        for (int i = 0; i < count && in.ok(); i++) {
            range(in, out, columnWidth);
        }
    }

    /** Which of some ranges is the active one, how many there are, and they themselves (2.4.248). */
    private static void selected(RecordInput in, RecordOutput out) {
        int active = in.u16();
        int count = in.u16();
        if (active >= Math.max(1, count)) {
            in.stray();
            active = 0;
        }
        out.u16(active);
        out.u16(count);
        for (int i = 0; i < count && in.ok(); i++) {
            range(in, out, 1);
        }
    }

    private static void breaks(RecordInput in, RecordOutput out) {
        int count = in.named("n");
        for (int i = 0; i < count && in.ok(); i++) {
            out.u16(in.u16());
            pair(in, out, 2);
        }
    }

    private static void seriesList(RecordInput in, RecordOutput out, Book book) {
        int count = in.named("n");
        for (int i = 0; i < count && in.ok(); i++) {
            out.u16(book.counts().series(in.u16(), in));
        }
    }

    /** From which character on which font (2.5.132 FormatRun). */
    private static void runs(RecordInput in, RecordOutput out, Book book) {
        int count = in.named("n");
        for (int i = 0; i < count && in.ok(); i++) {
            out.u16(in.u16());
            out.u16(book.counts().font(in.u16(), in));
        }
    }

    private static void text(RecordInput in, RecordOutput out, int width) {
        int length = in.number(width);
        String text = length == 0 && in.remaining() == 0 ? "" : in.string(length);
        out.number(text.length(), width);
        out.string(text);
    }

    private static void terminated(RecordInput in, RecordOutput out) {
        String text = in.characters(in.remaining() / 2, true);
        int end = text.indexOf('\0');
        if (end < text.length() - 1) {
            in.alter();
        }
        out.characters((end < 0 ? text : text.substring(0, end)) + '\0', true);
    }

    /** The number of a sheet; of one that goes, the first. */
    private static void sheet(RecordInput in, RecordOutput out, Book book) {
        out.u16(Math.max(0, book.sheets().number(in.u16())));
    }

    /** A style of Excel's own by its number, or one with a name. */
    private static void style(RecordInput in, RecordOutput out, Book book) {
        int format = in.u16();
        out.u16(format & BUILT_IN_STYLE | book.counts().format(format & 0x0FFF, in));
        if ((format & BUILT_IN_STYLE) != 0) {
            out.u8(in.u8());
            out.u8(in.u8());
        } else {
            text(in, out, 2);
        }
    }
}
