package jp.kiyome.office.xls;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.office.formula.Functions;
import jp.kiyome.office.xls.biff.RecordInput;

/**
 * What references lead to ([MS-XLS] 2.4.271 SupBook), with the names of functions where it stands for add-ins. Not thread-safe.
 */
final class SupBook {

    /** What a SupBook stands for. */
    enum Kind {
        SELF,
        ADD_IN,
        BOOK,
        DDE
    }

    static final int SELF_MARK = 0x0401;
    static final int ADD_IN_MARK = 0x3A01;

    /** Between the program and the topic of DDE and OLE links (2.5.277 VirtualPath). */
    private static final char DDE_SEPARATOR = 3;

    private final Kind kind;
    private final List<String> names = new ArrayList<>();

    private SupBook(Kind kind) {
        this.kind = kind;
    }

    static SupBook read(RecordInput in) {
        int sheets = in.u16();
        int mark = in.u16();
        if (mark == SELF_MARK && in.remaining() == 0) {
            return new SupBook(Kind.SELF);
        }
        if (mark == ADD_IN_MARK && in.remaining() == 0) {
            return new SupBook(Kind.ADD_IN);
        }
        String path = in.string(Math.min(mark, 0xFF));
        return new SupBook(sheets == 0 || path.indexOf(DDE_SEPARATOR) >= 0 ? Kind.DDE : Kind.BOOK);
    }

    Kind kind() {
        return kind;
    }

    /** A name of it (2.4.106 ExternName); of add-ins those of functions count (2.5.3 AddinUdf). */
    void name(RecordInput in) {
        in.u16();
        in.i32();
        int length = in.u8();
        String name = in.string(length);
        names.add(in.ok() ? name : "");
    }

    /** The name of a function, in capitals; empty where it is not allowed. */
    String function(int number) {
        String name = number > 0 && number <= names.size() ? names.get(number - 1) : "";
        return kind == Kind.ADD_IN ? allowed(name) : "";
    }

    int size() {
        return names.size();
    }

    /** The name as it stands where it is of a function that only calculates, maybe one newer than the format; else empty. */
    static String allowed(String name) {
        return Functions.calculates(name) ? name : "";
    }
}
