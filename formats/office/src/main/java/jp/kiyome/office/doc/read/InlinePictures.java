package jp.kiyome.office.doc.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.doc.raw.In;
import jp.kiyome.office.doc.raw.Out;
import jp.kiyome.office.doc.text.Edit;
import jp.kiyome.office.escher.Drawing;
import jp.kiyome.office.escher.DrawingSet;
import jp.kiyome.office.escher.PicturePlace;
import jp.kiyome.office.escher.PictureSource;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;
import jp.kiyome.office.record.RecordHead;
import jp.kiyome.office.record.RecordWriter;

/** Pictures that stand in the text ([MS-DOC] 2.9.192, PICFAndOfficeArtData). */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
record InlinePictures(byte[] data, Session session) {

    private static final String PART = "Data";
    private static final int HEADER = 68;
    /** An Office drawing, and one that was linked and has the name of its file in front (2.9.160). */
    private static final int SHAPE = 0x64;

    private static final int SHAPE_FILE = 0x66;
    private static final int GROUP = 0xF000;
    private static final int TABLE = 0xF001;
    private static final int DRAWING = 0xF002;
    private static final int SP = 0xF004;
    private static final int ENTRY = 0xF007;
    private static final int ENTRY_SIZE = 36;
    private static final int PROPERTIES = 0xF00B;
    private static final int PIB = 0x0104;
    /** What an anchor says of a picture in the text (2.9.163). */
    private static final int IN_TEXT = 0x8000_0000;

    /**
     * Rebuilds each once; a place whose picture cannot stay loses its character.
     *
     * @param locations offsets in the stream Data, by place
     */
    Map<Integer, byte[]> rebuilt(Map<Integer, Integer> locations, Edit edit) {
        Map<Integer, Optional<byte[]>> known = new HashMap<>();
        Map<Integer, byte[]> pictures = new TreeMap<>();
        long[] bytes = new long[1];
        locations.forEach((place, location) -> {
            if (!edit.isDropped(place)) {
                bytes[0] += known.containsKey(location) ? 0 : size(location);
                insistApart(bytes[0]);
                known.computeIfAbsent(location, this::rebuilt)
                        .ifPresentOrElse(picture -> pictures.put(place, picture), () -> edit.drop(place));
            }
        });
        return pictures;
    }

    private int size(int location) {
        return In.of(data, location, 4, PART).i32();
    }

    /** Pictures do not overlap, so all of them are no longer than the stream. */
    private void insistApart(long bytes) {
        if (bytes > data.length) {
            throw Refusal.of("doc.broken", Location.ofPart(PART), "pictures overlap");
        }
    }

    private Optional<byte[]> rebuilt(int location) {
        In in = In.of(data, location, size(location), PART);
        in.skip(4);
        int header = in.u16();
        int kind = in.u16();
        if (header < HEADER || kind != SHAPE && kind != SHAPE_FILE) {
            session.found(
                    Finding.of("doc.picture-kind", Action.REMOVED, Location.ofPart(PART), Integer.toString(kind)));
            return Optional.empty();
        }
        byte[] numbers = in.bytes(HEADER - 8);
        in.skip(header - HEADER);
        if (kind == SHAPE_FILE) {
            in.skip(in.u8());
        }
        return art(HeapContent.of(in.bytes(in.left()))).map(art -> picture(numbers, art));
    }

    /** The shape, and behind it what it shows, in the form that floating drawings have. */
    private Optional<byte[]> art(Content art) {
        if (art.size() < RecordHead.SIZE) {
            return Optional.empty();
        }
        RawRecord shape = RawRecord.at(art, 0);
        long behind = RecordHead.SIZE + shape.head().length();
        DrawingSet set = new DrawingSet(session, Location.ofPart(PART));
        WordHost host = new WordHost(session, PART, 0, IN_TEXT);
        Content table = wrapped(TABLE, numbered(shape, art.slice(behind, art.size() - behind)));
        set.group(RawRecord.at(wrapped(GROUP, table), 0), PictureSource.NONE, host);
        return set.read(RawRecord.at(wrapped(DRAWING, art.slice(0, behind)), 0), host)
                .flatMap(drawing -> written(set, drawing));
    }

    /**
     * What the shape shows stands behind it, whatever number it has in the shape: some programs count all pictures of the document. Where
     * there are fewer than that number says, empty entries stand in front.
     */
    private Content numbered(RawRecord shape, Content pictures) {
        int number = picture(shape);
        Sink out = session.scratch();
        if (number > RawRecord.all(pictures, session.budget()).size()) {
            RecordWriter writer = new RecordWriter(out);
            for (int i = 1; i < number; i++) {
                writer.write(new Record.Atom(2, ENTRY, 0, new byte[ENTRY_SIZE]));
            }
        }
        copy(pictures, out);
        return out.finish();
    }

    private static void copy(Content from, Sink to) {
        try {
            from.stream().transferTo(to);
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
    }

    /** The property pib (2.3.23.2 of [MS-ODRAW]), at most as large as it may be. */
    private int picture(RawRecord shape) {
        return shape.children(session.budget()).stream()
                .filter(child -> child.type() == PROPERTIES)
                .findFirst()
                .map(child -> picture(In.of(child.bytes(), PART), child.head().instance()))
                .orElse(0);
    }

    private static int picture(In in, int count) {
        for (int i = 0; i < count && in.left() >= 6; i++) {
            int id = in.u16();
            int value = in.i32();
            if ((id & 0x3FFF) == PIB) {
                return Math.clamp(value, 0, 0xFFF);
            }
        }
        return 0;
    }

    private Content wrapped(int type, Content inside) {
        Sink out = session.scratch();
        new RecordWriter(out).write(new Record.Blob(RecordHead.CONTAINER, type, 0, new byte[0], inside));
        return out.finish();
    }

    private Optional<byte[]> written(DrawingSet set, Drawing drawing) {
        set.settle(drawing);
        Optional<Record> shape = child(set.written(drawing), SP);
        Sink out = session.scratch();
        RecordWriter writer = new RecordWriter(out);
        shape.ifPresent(writer::write);
        child(set.group(new PicturePlace.InTable()), TABLE)
                .ifPresent(table -> ((Record.Container) table).children().forEach(writer::write));
        Content art = out.finish();
        byte[] bytes = new byte[Math.toIntExact(art.size())];
        art.copy(0, bytes, 0, bytes.length);
        return shape.map(any -> bytes);
    }

    private static Optional<Record> child(Record.Container parent, int type) {
        return parent.children().stream().filter(child -> child.type() == type).findFirst();
    }

    private static byte[] picture(byte[] numbers, byte[] art) {
        In in = In.of(numbers, PART);
        Out out = new Out().i32(HEADER + art.length).u16(HEADER).u16(SHAPE);
        // What the metafile was large, then nothing, then how large the picture is and how it is scaled (2.9.191,
        // 2.9.193).
        out.u16(in.u16()).u16(in.u16()).zeros(16);
        in.skip(16);
        for (int i = 0; i < 4; i++) {
            out.u16(in.u16());
        }
        in.skip(10);
        out.zeros(10);
        for (int i = 0; i < 4; i++) {
            out.i32(in.i32());
        }
        return out.zeros(6).bytes(art).bytes();
    }
}
