package jp.kiyome.office.doc.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.kiyome.office.doc.file.Fib;
import jp.kiyome.office.doc.model.Comment;
import jp.kiyome.office.doc.raw.In;
import jp.kiyome.office.doc.raw.Plc;
import jp.kiyome.office.doc.raw.Sttb;
import jp.kiyome.office.doc.text.Edit;
import jp.kiyome.office.value.Visible;

/** Comments: their authors, and what they are about ([MS-DOC] 2.8.5, 2.9.10, 2.9.5). */
final class CommentReader {

    private static final int NO_TAG = -1;
    private static final int INITIALS = 9;

    private final NoteReader notes;
    private final List<String> owners = new ArrayList<>();
    private final Map<Integer, Comment.Range> ranges = new HashMap<>();
    private final boolean anonymous;

    CommentReader(NoteReader notes, Fib fib, byte[] table, boolean anonymous) {
        this.notes = notes;
        this.anonymous = anonymous;
        In names = fib.part(table, "GrpXstAtnOwners");
        while (names.left() >= 2) {
            owners.add(names.utf16(names.u16()));
        }
        ranges(
                Sttb.read(fib.part(table, "SttbfAtnBkmk")),
                Plc.read(fib.part(table, "PlcfAtnBkf"), 4),
                Plc.read(fib.part(table, "PlcfAtnBkl"), 0));
    }

    private void ranges(Sttb tags, Plc starts, Plc ends) {
        for (int i = 0; i < Math.min(starts.count(), tags.extra().size()); i++) {
            int end = starts.at(i).u16();
            In tag = In.of(tags.extra().get(i), "SttbfAtnBkmk");
            if (tag.left() < 6 || end >= ends.count()) {
                continue;
            }
            tag.skip(2);
            int from = starts.places()[i];
            int to = ends.places()[end];
            if (from <= to) {
                ranges.put(tag.i32(), new Comment.Range(from, to));
            }
        }
    }

    /** Asked when the text was edited. */
    List<Comment> comments(Edit edit, int newStart) {
        return IntStream.range(0, notes.count())
                .filter(i -> notes.stays(i, edit))
                .mapToObj(i -> comment(i, edit, newStart))
                .toList();
    }

    private Comment comment(int index, Edit edit, int newStart) {
        In in = notes.marks().at(index);
        int length = in.u16();
        String initials = in.utf16(INITIALS);
        int owner = in.u16();
        in.skip(4);
        int tag = in.i32();
        Optional<Comment.Range> range = tag == NO_TAG ? Optional.empty() : Optional.ofNullable(ranges.get(tag));
        return new Comment(
                edit.map(notes.mark(index)),
                edit.map(notes.from(index)) - newStart,
                name(initials.substring(0, Math.min(INITIALS, length))),
                name(owner < owners.size() ? owners.get(owner) : ""),
                range.map(about -> new Comment.Range(edit.map(about.from()), edit.map(about.to()))));
    }

    private String name(String name) {
        return anonymous || !Visible.all(name) || name.length() > 255 ? "" : name;
    }
}
