package jp.kiyome.office.doc.read;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.office.doc.model.Notes;
import jp.kiyome.office.doc.raw.Plc;
import jp.kiyome.office.doc.text.Body;
import jp.kiyome.office.doc.text.Edit;
import jp.kiyome.office.doc.text.Story;

/** Notes of one kind, and what becomes of their texts. */
record NoteReader(Body body, Story story, Plc marks, Plc texts) {

    NoteReader {
        if (body.lengths().of(story) == 0) {
            marks = new Plc(new int[0], new byte[0], marks.size());
        }
    }

    /** How many notes have both a mark and a text. */
    int count() {
        return Math.min(marks.count(), texts.count());
    }

    void tell(Characters characters) {
        for (int i = 0; i < count(); i++) {
            characters.marksAt(mark(i));
        }
    }

    int mark(int note) {
        return marks.places()[note];
    }

    int from(int note) {
        return start() + Math.min(texts.places()[note], body.lengths().of(story));
    }

    int to(int note) {
        return start() + Math.min(texts.places()[note + 1], body.lengths().of(story));
    }

    private int start() {
        return body.lengths().start(story);
    }

    boolean stays(int note, Edit edit) {
        int place = mark(note);
        return place < body.lengths().of(Story.MAIN) && !edit.isDropped(place);
    }

    /** Notes whose marks went, go; a story without a note is none. */
    void dropUnmarked(Edit edit) {
        boolean any = false;
        for (int i = 0; i < count(); i++) {
            if (stays(i, edit)) {
                any = true;
            } else {
                edit.dropAll(from(i), to(i));
            }
        }
        if (!any) {
            edit.dropAll(start(), body.lengths().end(story));
        }
    }

    /** Asked when the text was edited. */
    Notes notes(Edit edit, int newStart) {
        List<Notes.Note> notes = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            if (stays(i, edit)) {
                int number = marks.size() == 2 ? marks.at(i).u16() : 0;
                notes.add(new Notes.Note(edit.map(mark(i)), number == 0 ? 0 : 1, edit.map(from(i)) - newStart));
            }
        }
        return new Notes(notes);
    }
}
