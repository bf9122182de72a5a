package jp.kiyome.office.doc.write;

import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.doc.file.NewParts;
import jp.kiyome.office.doc.model.Document;
import jp.kiyome.office.doc.model.Drawings;
import jp.kiyome.office.doc.raw.Out;
import jp.kiyome.office.doc.text.Story;
import jp.kiyome.office.escher.DrawingSet;
import jp.kiyome.office.escher.PicturePlace;
import jp.kiyome.office.record.Record;
import jp.kiyome.office.record.RecordWriter;

/** Writes drawings that float over the text ([MS-DOC] 2.9.172, 2.8.30 to 2.8.33), and their pictures into WordDocument. */
record DrawingWriter(Document document, NewParts parts, Session session) {

    /** Where a text box has its text, written once for each (2.9.299, Tbkd). */
    private static final int LAST = -1;

    void write() {
        Drawings drawings = document.drawings();
        drawings.set().ifPresent(set -> art(set, drawings.sheets()));
        anchors("PlcSpaMom", drawings.mainAnchors(), Story.MAIN);
        anchors("PlcSpaHdr", drawings.headerAnchors(), Story.HEADERS);
        boxes("PlcftxbxTxt", "PlcfTxbxBkd", drawings.boxes(), Story.BOXES);
        boxes("PlcfHdrtxbxTxt", "PlcfTxbxHdrBkd", drawings.headerBoxes(), Story.HEADER_BOXES);
    }

    private void art(DrawingSet set, List<Drawings.Sheet> sheets) {
        List<Record.Container> written =
                sheets.stream().map(sheet -> set.written(sheet.drawing())).toList();
        PicturePlace.InStream place = picture -> {
            long at = parts.word.align(4).size();
            parts.word.bytes(bytes(picture));
            return at;
        };
        Out out = new Out().bytes(bytes(set.group(place)));
        for (int i = 0; i < written.size(); i++) {
            out.u8(sheets.get(i).label()).bytes(bytes(written.get(i)));
        }
        parts.part("DggInfo", out.bytes());
    }

    private byte[] bytes(Record record) {
        Sink sink = session.scratch();
        new RecordWriter(sink).write(record);
        Content content = sink.finish();
        byte[] bytes = new byte[Math.toIntExact(content.size())];
        content.copy(0, bytes, 0, bytes.length);
        return bytes;
    }

    private void anchors(String pair, List<Drawings.Anchor> anchors, Story story) {
        if (anchors.isEmpty()) {
            return;
        }
        Out out = new Out();
        anchors.forEach(anchor -> out.i32(anchor.place()));
        out.i32(document.body().lengths().of(story));
        for (Drawings.Anchor anchor : anchors) {
            out.i32(anchor.shape());
            anchor.bounds().forEach(out::i32);
            out.u16(anchor.flags()).i32(0);
        }
        parts.part(pair, out.bytes());
    }

    private void boxes(String pair, String breaks, List<Drawings.Box> boxes, Story story) {
        if (boxes.isEmpty()) {
            return;
        }
        Out places = new Out();
        boxes.forEach(box -> places.i32(box.from()));
        places.i32(document.body().lengths().of(story));
        Out texts = new Out().bytes(places.bytes());
        Out ends = new Out().bytes(places.bytes());
        for (int i = 0; i < boxes.size(); i++) {
            Drawings.Box box = boxes.get(i);
            boolean unused = box.shape() == 0;
            texts.i32(unused ? LAST : box.chain())
                    .i32(0)
                    .u16(unused ? 1 : 0)
                    .i32(-1)
                    .i32(box.shape())
                    .i32(0);
            ends.u16(i == boxes.size() - 1 ? LAST : i).u16(0).u16(0);
        }
        parts.part(pair, texts.bytes());
        parts.part(breaks, ends.bytes());
    }
}
