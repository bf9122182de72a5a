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

    private XlsFields() {}

    private static Map<String, Function<String, Field<Book>>> own() {
        return Map.of(
                "short", any -> (in, out, book) -> text(in, out, 1),
                "long", any -> (in, out, book) -> text(in, out, 2),
                "picture-free", any -> (in, out, book) -> text(in, out, 2),
                "terminated", any -> (in, out, book) -> terminated(in, out),
                "sheet", any -> XlsFields::sheet,
                "style", any -> (in, out, book) -> style(in, out),
                "autofilter", any -> (in, out, book) -> AutoFilter.copy(in, out),
                "refu", any -> (in, out, book) -> several(in, out, 2, 2, 1, 1),
                "break", any -> (in, out, book) -> several(in, out, 2, 2, 2),
                "run", any -> (in, out, book) -> several(in, out, 2, 2));
    }

    /** So many groups as the number n says, each of numbers so wide. */
    private static void several(RecordInput in, RecordOutput out, int... widths) {
        int count = in.named("n");
        for (int i = 0; i < count && in.ok(); i++) {
            for (int width : widths) {
                out.number(in.number(width), width);
            }
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
    private static void style(RecordInput in, RecordOutput out) {
        int format = in.u16();
        out.u16(format & 0x8FFF);
        if ((format & BUILT_IN_STYLE) != 0) {
            out.u8(in.u8());
            out.u8(in.u8());
        } else {
            text(in, out, 2);
        }
    }
}
