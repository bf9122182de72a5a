package jp.kiyome.office.xls;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.office.escher.DrawingHost;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/** What a sheet says of the shapes of its drawing: which object each stands for, and where it stands. Not thread-safe. */
final class ShapeHost implements DrawingHost {

    private static final int ANCHOR = 0xF010;

    /** Of [MS-XLS] 2.5.193 OfficeArtClientAnchorSheet. */
    private static final int ANCHOR_NUMBERS = 8;

    private final Told told;
    private final List<Optional<SheetObject>> objects;
    private int last = -1;

    /** @param objects in the order of the sheet; empty for those that go */
    ShapeHost(Told told, List<Optional<SheetObject>> objects) {
        this.told = told;
        this.objects = objects;
    }

    @Override
    public void found(String code, Action action, String place, String detail) {
        told.session().found(Finding.of(code, action, told.where(place), detail));
    }

    @Override
    public Optional<Record> client(RawRecord raw) {
        return switch (raw.type()) {
            case ANCHOR -> anchor(raw);
            case Drawings.CLIENT_DATA -> data(raw);
            case Drawings.CLIENT_TEXT -> text(raw);
            default -> Optional.empty();
        };
    }

    private Optional<Record> anchor(RawRecord raw) {
        RecordInput in = RecordInput.of(raw.bytes());
        RecordOutput out = new RecordOutput();
        out.u16(in.u16() & 0x03);
        for (int i = 0; i < ANCHOR_NUMBERS; i++) {
            out.u16(in.u16());
        }
        tail(in, "OfficeArtClientAnchorSheet");
        if (!in.ok()) {
            told.removed("xls.record-value", "OfficeArtClientAnchorSheet");
            return Optional.empty();
        }
        return Optional.of(new Record.Atom(0, ANCHOR, 0, out.toByteArray()));
    }

    private Optional<Record> data(RawRecord raw) {
        last = DrawingBytes.Stamped.number(raw.head().instance(), last);
        tail(RecordInput.of(raw.bytes()), "OfficeArtClientData");
        boolean stays = last < objects.size() && objects.get(last).isPresent();
        return stays ? Optional.of(mark(Drawings.CLIENT_DATA)) : Optional.empty();
    }

    private Optional<Record> text(RawRecord raw) {
        tail(RecordInput.of(raw.bytes()), "OfficeArtClientTextbox");
        boolean stays = last >= 0
                && last < objects.size()
                && objects.get(last).flatMap(SheetObject::text).isPresent();
        return stays ? Optional.of(mark(Drawings.CLIENT_TEXT)) : Optional.empty();
    }

    private Record mark(int type) {
        return new Record.Atom(0, type, 0, new byte[0]).marked(last + 1);
    }

    private void tail(RecordInput in, String name) {
        if (in.tail()) {
            told.removed("xls.record-tail", name);
        }
    }

    /** The number by which programs find a text: they find it by its place too. */
    @Override
    public Optional<HostValue> property(String name, int number, byte[] complex) {
        if (!name.equals("lTxid")) {
            told.removed("escher.host-property", name);
        }
        return Optional.empty();
    }
}
