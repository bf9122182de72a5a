package jp.kiyome.office.doc.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.doc.file.Fib;
import jp.kiyome.office.doc.file.Parts;
import jp.kiyome.office.doc.model.Drawings;
import jp.kiyome.office.doc.raw.In;
import jp.kiyome.office.doc.raw.Plc;
import jp.kiyome.office.doc.text.Body;
import jp.kiyome.office.doc.text.Edit;
import jp.kiyome.office.doc.text.Lengths;
import jp.kiyome.office.doc.text.Story;
import jp.kiyome.office.escher.DrawingSet;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.RecordHead;

/** Drawings that float over the text ([MS-DOC] 2.9.172, OfficeArtContent). Not thread-safe. */
final class DrawingReader {

    private static final String PART = "DggInfo";
    private static final int SPA = 26;
    private static final int FTXBXS = 22;

    private final Body body;
    private final Session session;
    private final Plc mainAnchors;
    private final Plc headerAnchors;
    private final BoxReader boxes;
    private final BoxReader headerBoxes;
    private final DrawingSet set;
    private final List<Drawings.Sheet> sheets = new ArrayList<>();

    DrawingReader(Parts parts, Body body, Session session) {
        this.body = body;
        this.session = session;
        Fib fib = parts.fib();
        byte[] table = parts.table();
        this.mainAnchors = Plc.read(fib.part(table, "PlcSpaMom"), SPA);
        this.headerAnchors = Plc.read(fib.part(table, "PlcSpaHdr"), SPA);
        this.boxes = new BoxReader(body, Story.BOXES, Plc.read(fib.part(table, "PlcftxbxTxt"), FTXBXS));
        this.headerBoxes = new BoxReader(body, Story.HEADER_BOXES, Plc.read(fib.part(table, "PlcfHdrtxbxTxt"), FTXBXS));
        this.set = new DrawingSet(session, Location.ofPart(PART));
        In in = fib.part(table, PART);
        if (in.left() > 0) {
            read(HeapContent.of(in.bytes(in.left())), HeapContent.of(parts.word()));
        }
    }

    private void read(Content art, Content stream) {
        RawRecord group = RawRecord.at(art, 0);
        set.group(
                group,
                offset -> offset <= 0 || offset > stream.size() - RecordHead.SIZE
                        ? Optional.empty()
                        : Optional.of(RawRecord.at(stream, offset)),
                host(0));
        long at = RecordHead.SIZE + group.head().length();
        while (at + 1 + RecordHead.SIZE <= art.size() && sheets.size() < 2) {
            int label = art.byteAt(at) & 1;
            RawRecord drawing = RawRecord.at(art, at + 1);
            set.read(drawing, host(label)).ifPresent(kept -> sheets.add(new Drawings.Sheet(label, kept)));
            at += 1 + RecordHead.SIZE + drawing.head().length();
        }
        sheets.forEach(sheet -> set.settle(sheet.drawing()));
    }

    private WordHost host(int label) {
        return new WordHost(session, PART, (label == 0 ? boxes : headerBoxes).count(), 0);
    }

    /** The new number of a shape; 0 where it is gone. */
    int shape(int label, int old) {
        return sheets.stream()
                .filter(sheet -> sheet.label() == label && old != 0)
                .findFirst()
                .map(sheet -> set.shape(sheet.drawing(), old))
                .orElse(0);
    }

    /** Places where shapes that stay are anchored. */
    List<Integer> anchors() {
        List<Integer> places = new ArrayList<>();
        anchors(mainAnchors, 0).forEach(anchor -> places.add(anchor.place()));
        anchors(headerAnchors, 1).forEach(anchor -> places.add(anchor.place()));
        return places;
    }

    private List<Drawings.Anchor> anchors(Plc plc, int label) {
        Story story = label == 0 ? Story.MAIN : Story.HEADERS;
        int start = body.lengths().start(story);
        List<Drawings.Anchor> anchors = new ArrayList<>();
        for (int i = 0; i < plc.count(); i++) {
            In in = plc.at(i);
            int shape = shape(label, in.i32());
            int place = start + plc.places()[i];
            if (shape != 0 && place < body.lengths().end(story) && body.text()[place] == 8) {
                List<Integer> bounds = List.of(in.i32(), in.i32(), in.i32(), in.i32());
                anchors.add(new Drawings.Anchor(place, shape, bounds, in.u16()));
            }
        }
        return anchors;
    }

    void dropBoxes(Edit edit) {
        boxes.dropUnshown(edit, this);
        headerBoxes.dropUnshown(edit, this);
    }

    /** Asked when the text was edited. */
    Drawings drawings(Edit edit, Lengths lengths) {
        if (sheets.isEmpty()) {
            return Drawings.NONE;
        }
        return new Drawings(
                Optional.of(set),
                sheets,
                mapped(anchors(mainAnchors, 0), edit, 0),
                mapped(anchors(headerAnchors, 1), edit, lengths.start(Story.HEADERS)),
                boxes(boxes, edit, lengths.start(Story.BOXES)),
                boxes(headerBoxes, edit, lengths.start(Story.HEADER_BOXES)));
    }

    private List<Drawings.Box> boxes(BoxReader reader, Edit edit, int newStart) {
        List<Drawings.Box> kept = new ArrayList<>(reader.boxes(edit, newStart, this));
        if (!kept.isEmpty()) {
            kept.add(new Drawings.Box(reader.behind(edit, newStart), 0, 1));
        }
        return kept;
    }

    private static List<Drawings.Anchor> mapped(List<Drawings.Anchor> anchors, Edit edit, int start) {
        return anchors.stream()
                .filter(anchor -> !edit.isDropped(anchor.place()))
                .map(anchor -> new Drawings.Anchor(
                        edit.map(anchor.place()) - start, anchor.shape(), anchor.bounds(), anchor.flags()))
                .toList();
    }
}
