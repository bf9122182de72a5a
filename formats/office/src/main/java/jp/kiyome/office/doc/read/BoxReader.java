package jp.kiyome.office.doc.read;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.office.doc.model.Drawings;
import jp.kiyome.office.doc.raw.In;
import jp.kiyome.office.doc.raw.Plc;
import jp.kiyome.office.doc.text.Body;
import jp.kiyome.office.doc.text.Edit;
import jp.kiyome.office.doc.text.Story;

/** The text boxes of one story ([MS-DOC] 2.8.32, 2.9.94 FTXBXS). */
record BoxReader(Body body, Story story, Plc plc) {

    private static final int MOST_CHAINED = 0x7FFF;

    /** How many shapes may point to; behind them is one more, which is none. */
    int count() {
        return body.lengths().of(story) == 0 ? 0 : Math.max(0, plc.count() - 1);
    }

    private int start() {
        return body.lengths().start(story);
    }

    private int place(int box) {
        return start() + Math.min(plc.places()[box], body.lengths().of(story));
    }

    /** The number of the shape that a box came with; 0 for one that no shape has. */
    private int shape(int box) {
        In in = plc.at(box);
        in.skip(8);
        boolean reusable = (in.u16() & 1) != 0;
        in.skip(4);
        return reusable ? 0 : in.i32();
    }

    /** What no shape shows, goes: of its box only a paragraph mark is left, so that the others keep their numbers. */
    void dropUnshown(Edit edit, DrawingReader shapes) {
        if (count() == 0) {
            edit.dropAll(start(), body.lengths().end(story));
            return;
        }
        for (int i = 0; i < count(); i++) {
            int end = place(i + 1);
            if (shapes.shape(story == Story.BOXES ? 0 : 1, shape(i)) == 0 && end > place(i)) {
                edit.dropAll(place(i), end - 1);
            }
        }
    }

    /** Asked when the text was edited. */
    List<Drawings.Box> boxes(Edit edit, int newStart, DrawingReader shapes) {
        List<Drawings.Box> boxes = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            int chain = Math.clamp(plc.at(i).i32(), 1, MOST_CHAINED);
            int shape = shapes.shape(story == Story.BOXES ? 0 : 1, shape(i));
            boxes.add(new Drawings.Box(edit.map(place(i)) - newStart, shape, shape == 0 ? 1 : chain));
        }
        return boxes;
    }

    /** Where the box that is none begins. */
    int behind(Edit edit, int newStart) {
        return edit.map(place(count())) - newStart;
    }
}
