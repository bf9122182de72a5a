package jp.kiyome.office.doc.read;

import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.escher.DrawingHost;
import jp.kiyome.office.record.NumberWriter;
import jp.kiyome.office.record.Numbers;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;

/**
 * What documents have in shapes of their own ([MS-DOC] 2.9.163 to 2.9.168).
 *
 * @param boxes how many text boxes shapes may point to
 * @param anchor what stands for an anchor, which lies in the text
 */
record WordHost(Session session, String part, int boxes, int anchor) implements DrawingHost {

    private static final int ANCHOR = 0xF010;
    private static final int DATA = 0xF011;
    private static final int TEXT = 0xF00D;

    @Override
    public void found(String code, Action action, String place, String detail) {
        session.found(Finding.of(code, action, Location.ofPart(part).at(place), detail));
    }

    @Override
    public Optional<Record> client(RawRecord raw) {
        return switch (raw.type()) {
            case ANCHOR -> Optional.of(number(ANCHOR, anchor));
            case DATA -> Optional.of(number(DATA, 1));
            case TEXT -> raw.body().size() < 4 ? Optional.empty() : box(Numbers.i32(raw.bytes(), 0));
            default -> Optional.empty();
        };
    }

    private Optional<Record> box(int number) {
        return fits(number) ? Optional.of(number(TEXT, number)) : Optional.empty();
    }

    /** The text box above, which of its shapes below (2.9.168). */
    private boolean fits(int number) {
        int box = number >>> 16;
        return box >= 1 && box <= boxes;
    }

    @Override
    public Optional<HostValue> property(String name, int number, byte[] complex) {
        if (name.equals("lTxid") && complex.length == 0) {
            return fits(number) ? Optional.of(new HostValue(number, new byte[0])) : Optional.empty();
        }
        return DrawingHost.super.property(name, number, complex);
    }

    private static Record number(int type, int number) {
        return new Record.Atom(0, type, 0, new NumberWriter().i32(number).bytes());
    }
}
