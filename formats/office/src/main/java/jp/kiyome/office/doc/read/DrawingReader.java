package jp.kiyome.office.doc.read;

import java.util.List;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.doc.file.Parts;
import jp.kiyome.office.doc.model.Drawings;
import jp.kiyome.office.doc.text.Body;
import jp.kiyome.office.doc.text.Edit;
import jp.kiyome.office.doc.text.Lengths;
import jp.kiyome.office.doc.text.Story;

/** Drawings that float over the text. */
record DrawingReader(Parts parts, Body body, Session session) {

    List<Integer> anchors() {
        return List.of();
    }

    void dropBoxes(Edit edit) {
        for (Story story : List.of(Story.BOXES, Story.HEADER_BOXES)) {
            edit.dropAll(body.lengths().start(story), body.lengths().end(story));
        }
    }

    Drawings drawings(Edit edit, Lengths lengths) {
        return Drawings.NONE;
    }
}
