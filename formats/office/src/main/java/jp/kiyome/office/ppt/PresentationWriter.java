package jp.kiyome.office.ppt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.crypto.rc4.Rc4Lock;
import jp.kiyome.office.escher.DrawingSet;
import jp.kiyome.office.escher.PicturePlace;
import jp.kiyome.office.record.NumberWriter;
import jp.kiyome.office.record.Record;
import jp.kiyome.office.record.RecordHead;
import jp.kiyome.office.record.RecordWriter;

/**
 * Writes a presentation as one edit: the document, its pages in order, a fresh directory, a fresh edit. Objects are numbered from 1.
 * Not thread-safe.
 */
final class PresentationWriter {

    private static final int NOTES_MASTER_AT = 24;
    private static final int HANDOUT_AT = 28;
    /** Objects that one entry of the directory can list (2.3.6). */
    private static final int IN_ENTRY = 0xFFF;

    private final Session session;
    private final DrawingSet drawings;
    private final Presentation presentation;
    private final Map<Integer, Integer> numbers = new HashMap<>();

    PresentationWriter(Session session, DrawingSet drawings, Presentation presentation) {
        this.session = session;
        this.drawings = drawings;
        this.presentation = presentation;
        presentation.pages().forEach(page -> numbers.put(page.number(), numbers.size() + 2));
        presentation.pages().forEach(page -> page.drawing().ifPresent(drawings::settle));
    }

    /** The streams of the output by their names. */
    Map<String, Content> streams(Optional<String> password) {
        List<Record> objects = new ArrayList<>();
        for (Page page : presentation.pages()) {
            objects.add(page(page));
        }
        Sink pictures = session.scratch();
        RecordWriter pictureWriter = new RecordWriter(pictures);
        List<Integer> ends = new ArrayList<>();
        Record.Container shared = drawings.group((PicturePlace.InStream) picture -> {
            long at = pictures.position();
            pictureWriter.write(picture);
            ends.add((int) pictures.position());
            return at;
        });
        objects.addFirst(document(shared));
        return password.isPresent()
                ? locked(password.get(), objects, pictures.finish(), ends)
                : open(objects, pictures.finish());
    }

    private Record page(Page page) {
        List<Record> children = new ArrayList<>();
        for (Record child : page.record().children()) {
            boolean here = child.type() == PptType.DRAWING && page.drawing().isPresent();
            children.add(
                    here
                            ? new Record.Container(
                                    PptType.DRAWING,
                                    0,
                                    List.of(drawings.written(page.drawing().get())))
                            : child);
        }
        return new Record.Container(page.record().type(), page.record().instance(), children);
    }

    private Record document(Record.Container shared) {
        List<Record> children = new ArrayList<>();
        for (Record child : presentation.document().children()) {
            children.add(
                    switch (child.type()) {
                        case PptType.DRAWING_GROUP -> new Record.Container(PptType.DRAWING_GROUP, 0, List.of(shared));
                        case PptType.DOCUMENT_ATOM ->
                            ((Record.Atom) child)
                                    .with(NOTES_MASTER_AT, 4, number(presentation.notesMaster()))
                                    .with(HANDOUT_AT, 4, number(presentation.handout()));
                        case PptType.SLIDE_LIST -> list((Record.Container) child);
                        default -> child;
                    });
        }
        return new Record.Container(PptType.DOCUMENT, 0, children);
    }

    private Record list(Record.Container list) {
        List<Record> children = new ArrayList<>();
        for (Record child : list.children()) {
            boolean points = child.type() == PptType.SLIDE_PERSIST;
            children.add(points ? ((Record.Atom) child).with(0, 4, number(((Record.Atom) child).i32(0))) : child);
        }
        return new Record.Container(list.type(), list.instance(), children);
    }

    private int number(int old) {
        return numbers.getOrDefault(old, 0);
    }

    private Map<String, Content> open(List<Record> objects, Content pictures) {
        Sink out = session.scratch();
        RecordWriter writer = new RecordWriter(out);
        List<Long> places = new ArrayList<>();
        for (Record object : objects) {
            places.add(out.position());
            writer.write(object);
        }
        return streams(out, writer, places, false, pictures);
    }

    /** The lock is made from all that is locked, so everything is written open first. */
    private Map<String, Content> locked(String password, List<Record> objects, Content pictures, List<Integer> ends) {
        List<byte[]> plain = new ArrayList<>();
        for (Record object : objects) {
            Sink one = session.scratch();
            new RecordWriter(one).write(object);
            plain.add(bytes(one.finish()));
        }
        byte[] picture = bytes(pictures);
        plain.add(picture);
        Rc4Lock lock = Rc4Lock.of(password, plain);
        Sink out = session.scratch();
        RecordWriter writer = new RecordWriter(out);
        List<Long> places = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            places.add(out.position());
            lock.keystream().block(i + 1, plain.get(i), 0, plain.get(i).length);
            out.write(plain.get(i), 0, plain.get(i).length);
        }
        places.add(out.position());
        writer.write(new Record.Atom(RecordHead.CONTAINER, PptType.ENCRYPTION, 0, lock.header()));
        int from = 0;
        for (int end : ends) {
            PictureLock.lock(lock.keystream(), picture, from, end);
            from = end;
        }
        return streams(out, writer, places, true, HeapContent.of(picture));
    }

    private static byte[] bytes(Content content) {
        byte[] bytes = new byte[Math.toIntExact(content.size())];
        content.copy(0, bytes, 0, bytes.length);
        return bytes;
    }

    private static Map<String, Content> streams(
            Sink out, RecordWriter writer, List<Long> places, boolean locked, Content pictures) {
        int directory = (int) out.position();
        writer.write(directory(places));
        int edit = (int) out.position();
        writer.write(edit(directory, places.size(), locked));
        Map<String, Content> streams = new LinkedHashMap<>();
        streams.put(PresentationReader.STREAM, out.finish());
        streams.put(CurrentUser.STREAM, CurrentUser.written(edit, locked));
        if (pictures.size() > 0) {
            streams.put(Pictures.STREAM, pictures);
        }
        return streams;
    }

    private static Record directory(List<Long> places) {
        NumberWriter out = new NumberWriter();
        for (int from = 0; from < places.size(); from += IN_ENTRY) {
            int count = Math.min(IN_ENTRY, places.size() - from);
            out.i32(count << 20 | from + 1);
            places.subList(from, from + count).forEach(place -> out.i32(place.intValue()));
        }
        return new Record.Atom(0, PptType.PERSIST_DIRECTORY, 0, out.bytes());
    }

    /** 2.3.3. The slide shown last is the first. */
    private static Record edit(int directory, int objects, boolean locked) {
        NumberWriter out = new NumberWriter()
                .i32(0x100)
                .u16(0)
                .u8(0)
                .u8(3)
                .i32(0)
                .i32(directory)
                .i32(1)
                .i32(objects + 1)
                .u16(1)
                .u16(0);
        if (locked) {
            out.i32(objects);
        }
        return new Record.Atom(0, PptType.USER_EDIT, 0, out.bytes());
    }
}
