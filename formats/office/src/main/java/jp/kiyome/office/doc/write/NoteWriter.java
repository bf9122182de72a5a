package jp.kiyome.office.doc.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.office.doc.file.NewParts;
import jp.kiyome.office.doc.model.Comment;
import jp.kiyome.office.doc.model.Document;
import jp.kiyome.office.doc.model.Notes;
import jp.kiyome.office.doc.raw.Out;
import jp.kiyome.office.doc.raw.Pace;
import jp.kiyome.office.doc.text.Story;

/** Writes notes and comments ([MS-DOC] 2.8.5 to 2.8.8, 2.8.18 to 2.8.21). */
record NoteWriter(Document document, NewParts parts, Pace pace) {

    private static final int INITIALS = 9;
    private static final int EXTENDED = 0xFFFF;
    /** What a tag of a comment's range is told by (2.9.5, ATNBE). */
    private static final int TAG = 0x0100;

    void write() {
        notes(document.footnotes(), Story.FOOTNOTES, "PlcffndRef", "PlcffndTxt");
        notes(document.endnotes(), Story.ENDNOTES, "PlcfendRef", "PlcfendTxt");
        comments(document.comments());
    }

    private int main() {
        return document.body().lengths().of(Story.MAIN);
    }

    private void notes(Notes notes, Story story, String marks, String texts) {
        if (notes.notes().isEmpty()) {
            return;
        }
        Out out = new Out();
        notes.notes().forEach(note -> out.i32(note.place()));
        out.i32(main());
        notes.notes().forEach(note -> out.u16(note.number()));
        parts.part(marks, out.bytes());
        texts(notes.notes().stream().map(Notes.Note::from).toList(), story, texts);
    }

    /** Behind the last text stands a paragraph mark of no note. */
    private void texts(List<Integer> froms, Story story, String pair) {
        Out out = new Out();
        froms.forEach(out::i32);
        int length = document.body().lengths().of(story);
        parts.part(pair, out.i32(length - 1).i32(length).bytes());
    }

    private void comments(List<Comment> comments) {
        if (comments.isEmpty()) {
            return;
        }
        Map<String, Integer> owners = new LinkedHashMap<>();
        comments.forEach(comment -> owners.putIfAbsent(comment.author(), owners.size()));
        Out out = new Out();
        comments.forEach(comment -> out.i32(comment.place()));
        out.i32(main());
        for (int i = 0; i < comments.size(); i++) {
            pace.step();
            Comment comment = comments.get(i);
            String initials = comment.initials();
            out.u16(initials.length()).utf16(initials).zeros(2 * (INITIALS - initials.length()));
            out.u16(owners.getOrDefault(comment.author(), 0)).i32(0);
            out.i32(comment.range().isPresent() ? i + 1 : -1);
        }
        parts.part("PlcfandRef", out.bytes());
        texts(comments.stream().map(Comment::from).toList(), Story.COMMENTS, "PlcfandTxt");
        Out names = new Out();
        owners.keySet().forEach(owner -> names.u16(owner.length()).utf16(owner));
        parts.part("GrpXstAtnOwners", names.bytes());
        ranges(comments);
    }

    private void ranges(List<Comment> comments) {
        List<Ranges.Named> ranges = new ArrayList<>();
        Out tags = new Out();
        for (int i = 0; i < comments.size(); i++) {
            int tag = i + 1;
            comments.get(i).range().ifPresent(range -> ranges.add(new Ranges.Named(range.from(), range.to(), tag)));
        }
        if (ranges.isEmpty()) {
            return;
        }
        List<Ranges.Named> sorted = Ranges.sorted(ranges);
        tags.u16(EXTENDED).u16(sorted.size()).u16(10);
        sorted.forEach(range -> tags.u16(0).u16(TAG).i32(range.name()).i32(-1));
        parts.part("SttbfAtnBkmk", tags.bytes());
        Ranges.write(sorted, document.body().text().length, parts, "PlcfAtnBkf", "PlcfAtnBkl");
    }
}
