package jp.kiyome.office.xlsb;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;
import jp.kiyome.office.xls.biff.RecordTable.Row;

/**
 * Writes a part anew, record by record in the order they have: those that {@code records.allow} names where they stand, with the
 * fields that it names. What is held back because it may still go is bounded. Not thread-safe.
 */
final class PartCopy {

    private static final int DRAIN_AT = 1 << 16;
    private static final int LARGEST_HELD = 1 << 26;
    private static final int DEEPEST = 32;
    private static final int RECORDS_BETWEEN_TIME_CHECKS = 4096;
    private static final String END = "end";
    private static final String NESTING = "xlsb.nesting";

    private final String root;
    private final Part part;
    private final OwnRecords own;
    private final RecordStream in;
    private final OutputStream target;
    private final RecordOutput out = new RecordOutput();
    private final RecordOutput data = new RecordOutput();
    private final List<Frame> frames = new ArrayList<>();
    private boolean ended;
    private long records;

    /** @param root what the part is, as {@code records.allow} calls it */
    PartCopy(String root, Part part, OwnRecords own, RecordStream in, OutputStream target) {
        this.root = root;
        this.part = part;
        this.own = own;
        this.in = in;
        this.target = target;
    }

    void run() throws IOException {
        while (next()) {
            if (ended) {
                part.host().found("xlsb.loose-bytes", Action.REMOVED, root, "");
            } else {
                one();
                drain();
            }
        }
        if (!ended) {
            throw Refusal.of(frames.isEmpty() ? "xlsb.part" : NESTING, root);
        }
        own.end();
        out.drainTo(target);
    }

    private boolean next() {
        if (++records % RECORDS_BETWEEN_TIME_CHECKS == 0) {
            part.host().budget().checkTime();
        }
        return in.next();
    }

    private void drain() throws IOException {
        if (out.size() < DRAIN_AT) {
            return;
        }
        if (frames.stream().noneMatch(Frame::held)) {
            out.drainTo(target);
        } else if (out.size() > LARGEST_HELD) {
            throw Refusal.of("xlsb.record-size", frames.getLast().name());
        }
    }

    private void one() {
        int id = in.id();
        if (!frames.isEmpty() && frames.getLast().place().end() == id) {
            end(frames.removeLast());
            return;
        }
        switch (Fields.RECORDS.row(id)) {
            case Row.Unknown<Part>(String name) -> gone("xlsb.unknown-record", name);
            case Row.Drop<Part>(String name, String code) -> drop(name, code);
            case Row.Keep<Part> keep when keep.places().equals(END) -> stray(keep.name());
            case Row.Keep<Part> keep -> {
                Place place = Place.of(keep.places());
                if (place.allows(where())) {
                    keep(keep, place);
                } else {
                    gone("xlsb.record-place", keep.name());
                    skip(place.end());
                }
            }
            case Row.Code<Part> code -> {
                if (Place.of(code.places()).allows(where())) {
                    code(code);
                } else {
                    gone("xlsb.record-place", code.name());
                }
            }
        }
    }

    /** What the next record would stand in. */
    private String where() {
        if (frames.isEmpty()) {
            return "part-" + root;
        }
        String opened = frames.getLast().place().opens();
        return opened.equals("root") ? root : opened;
    }

    private void gone(String code, String name) {
        part.host().found(code, Action.REMOVED, name, "");
    }

    /** The rule may say, behind a colon, with which record ends what goes too. */
    private void drop(String name, String rule) {
        int colon = rule.indexOf(':');
        gone(colon < 0 ? rule : rule.substring(0, colon), name);
        if (colon > 0) {
            skip(Integer.decode(rule.substring(colon + 1)));
        }
    }

    private void skip(int end) {
        if (end < 0) {
            return;
        }
        int begin = in.id();
        for (int depth = 1; depth > 0; ) {
            if (!next()) {
                throw Refusal.of(NESTING, root);
            }
            depth += in.id() == begin ? 1 : in.id() == end ? -1 : 0;
        }
    }

    /** The end of something that has not begun, or in which something else has not ended. */
    private void stray(String name) {
        if (frames.stream().anyMatch(frame -> frame.place().end() == in.id())) {
            throw Refusal.of(NESTING, name);
        }
        gone("xlsb.record-place", name);
    }

    private void keep(Row.Keep<Part> row, Place place) {
        int references = part.host().checkpoint();
        RecordInput input = in.data();
        part.begin(row.name());
        data.clear();
        if (!row.layout().copy(input, data, part)) {
            part.gone();
            part.host().rollBack(references);
            skip(place.end());
            lost(row.name());
            return;
        }
        tell(row.name(), input);
        int begun = out.size();
        write(in.id());
        if (frames.size() == DEEPEST) {
            throw Refusal.of(NESTING, row.name());
        }
        if (!place.opens().isEmpty()) {
            frames.add(new Frame(row.name(), place, begun, out.size() - data.size(), references));
        } else if (!frames.isEmpty()) {
            frames.getLast().add();
        }
    }

    private void code(Row.Code<Part> row) {
        RecordInput input = in.data();
        part.begin(row.name());
        data.clear();
        int written = own.copy(in.id(), input, data);
        if (written != OwnRecords.GONE) {
            tell(row.name(), input);
            write(written);
            frames.getLast().add();
        }
    }

    private void tell(String name, RecordInput input) {
        if (input.tail()) {
            part.host().found("xlsb.record-tail", Action.REMOVED, name, "");
        }
        if (input.altered()) {
            part.host().found("xlsb.unused-field", Action.CHANGED, name, "");
        }
    }

    private void write(int id) {
        Records.head(out, id, data.size());
        out.append(data);
    }

    /** Something that was allowed to stand there goes. */
    private void lost(String name) {
        if (frames.isEmpty()) {
            throw Refusal.of("xlsb.part", name);
        }
        Frame around = frames.getLast();
        if (around.place().fixed()) {
            throw Refusal.of("xlsb.record-value", name);
        }
        around.spoil();
    }

    private void end(Frame frame) {
        if (in.data().tail()) {
            gone("xlsb.record-tail", frame.name());
        }
        if (frame.goes()) {
            out.cut(frame.begun());
            part.host().rollBack(frame.references());
            if (frame.spoiled()) {
                lost(frame.name());
            }
        } else {
            if (frame.place().count() >= 0) {
                out.i32At(frame.countAt(), frame.inside());
            }
            data.clear();
            write(in.id());
            if (!frames.isEmpty() && !frame.place().aside()) {
                frames.getLast().add();
            }
        }
        ended = frames.isEmpty();
    }
}
