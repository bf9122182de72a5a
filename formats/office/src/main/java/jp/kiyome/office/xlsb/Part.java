package jp.kiyome.office.xlsb;

import jp.kiyome.core.finding.Action;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.ptg.Formula;

/** What is kept while one part is read. Not thread-safe. */
final class Part {

    private static final String VALUE = "xlsb.record-value";

    private final Book book;
    private final PartHost host;
    private String record = "";
    private String code = VALUE;
    private String detail = "";

    Part(Book book, PartHost host) {
        this.book = book;
        this.host = host;
    }

    Book book() {
        return book;
    }

    PartHost host() {
        return host;
    }

    /** A record begins. */
    void begin(String name) {
        record = name;
        code = VALUE;
        detail = "";
    }

    /** Says that the record cannot stay, and why. */
    void refuse(RecordInput in, String why, String what) {
        if (in.ok()) {
            code = why;
            detail = what;
        }
        in.refuse();
    }

    /** Says that something in the record does not stay. */
    void removed(String why, String what) {
        host.found(why, Action.REMOVED, record, what);
    }

    /** Tells why the record goes. */
    void gone() {
        host.found(code, Action.REMOVED, record, detail);
    }

    /** A formula that stands in a record alone; with one that does not stay the record goes. */
    byte[][] formula(RecordInput in) {
        int size = in.i32();
        byte[] tokens = in.bytes(size);
        int behind = in.i32();
        byte[] extra = in.bytes(behind);
        return judged(in, tokens, extra);
    }

    /** The same with both sizes in front (FRTParsedFormula). */
    byte[][] futureFormula(RecordInput in) {
        int size = in.i32();
        int behind = in.i32();
        byte[] tokens = in.bytes(size);
        byte[] extra = in.bytes(behind);
        return judged(in, tokens, extra);
    }

    private byte[][] judged(RecordInput in, byte[] tokens, byte[] extra) {
        if (!in.ok() || tokens.length == 0) {
            return new byte[][] {tokens, extra};
        }
        return switch (book.formula(tokens, extra)) {
            case Formula.Kept(byte[] kept, byte[] keptExtra) -> new byte[][] {kept, keptExtra};
            case Formula.Refused(String why, String what) -> {
                refuse(in, why, what);
                yield new byte[][] {{}, {}};
            }
        };
    }
}
