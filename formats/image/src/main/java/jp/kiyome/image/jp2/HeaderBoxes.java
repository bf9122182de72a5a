package jp.kiyome.image.jp2;

import java.util.HashSet;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.box.Box;
import jp.kiyome.image.icc.IccProfile;
import jp.kiyome.image.stream.AllowList;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/** The boxes inside the JP2 header box (15444-1 I.5.3): each value checked, each box once. One reader, one file. */
final class HeaderBoxes {

    private static final int SRGB = 16;
    private static final int GREY = 17;
    private static final int SYCC = 18;
    private static final int WHOLE_IMAGE = 0xFFFF;

    private final Content content;
    private final Session session;
    private final Codestream stream;
    private Bytes colour = Bytes.none();
    private Bytes palette = Bytes.none();
    private Bytes mapping = Bytes.none();
    private Bytes channels = Bytes.none();
    private Bytes resolution = Bytes.none();
    private int count;

    HeaderBoxes(Content content, Session session, Codestream stream) {
        this.content = content;
        this.session = session;
        this.stream = stream;
        this.count = stream.components();
    }

    Jp2Header read(Box header) {
        Set<String> seen = new HashSet<>();
        for (Box box : Box.in(content, header.from(), header.to())) {
            AllowList.Entry entry = Jp2Reader.BOXES.entry(box.type());
            if (entry.rule() != AllowList.Rule.REBUILD) {
                session.found(Removed.from(entry.argument(), box.place(Jp2Reader.BOXES)));
            } else if (!seen.add(box.type()) && (!box.type().equals("colr") || !colour.isEmpty())) {
                session.found(Removed.from("image.misplaced-chunk", box.place(Jp2Reader.BOXES)));
            } else {
                box(box);
            }
        }
        if (palette.isEmpty() != mapping.isEmpty()) {
            throw Refused.damaged("JP2 with a palette that nothing uses, or none where one is used");
        }
        if (colour.isEmpty()) {
            colour = enumerated(count < 3 ? GREY : SRGB);
        }
        return new Jp2Header(colour, palette, mapping, channels, resolution);
    }

    private void box(Box box) {
        ByteReader in = box.open(content);
        switch (box.type()) {
            case "ihdr" -> size(in, box);
            case "colr" -> colour(in, box);
            case "pclr" -> palette(in);
            case "cmap" -> mapping(in);
            case "cdef" -> channels(in, box);
            case "res" -> resolution(box);
            default -> session.found(Removed.from("image.misplaced-chunk", box.place(Jp2Reader.BOXES)));
        }
    }

    /** I.5.3.1: the codestream knows better. */
    private void size(ByteReader in, Box box) {
        boolean same =
                in.u32be() == stream.height() && in.u32be() == stream.width() && in.u16be() == stream.components();
        if (!same) {
            session.found(Removed.changed("image.size-claim", box.place(Jp2Reader.BOXES)));
        }
    }

    private void colour(ByteReader in, Box box) {
        int method = in.u8();
        in.skip(2);
        if (method == 1) {
            int space = in.i32be();
            boolean fits = space == GREY || (space == SRGB || space == SYCC) && channelsSoFar() >= 3;
            if (fits) {
                colour = enumerated(space);
                return;
            }
        } else if ((method == 2 || method == 3) && in.remaining() <= IccProfile.MAX_BYTES) {
            IccProfile.Space space = channelsSoFar() < 3 ? IccProfile.Space.GRAY : IccProfile.Space.RGB;
            IccProfile profile =
                    IccProfile.rebuild(in.bytes((int) in.remaining()), space, session, box.place(Jp2Reader.BOXES));
            colour = profile.none()
                    ? enumerated(space == IccProfile.Space.GRAY ? GREY : SRGB)
                    : Bytes.of(new ByteWriter()
                            .u8(2)
                            .u8(0)
                            .u8(0)
                            .bytes(profile.bytes())
                            .toByteArray());
            return;
        }
        session.found(Removed.from("image.colour-profile", box.place(Jp2Reader.BOXES)));
    }

    private int channelsSoFar() {
        return count;
    }

    private static Bytes enumerated(int space) {
        return Bytes.of(new ByteWriter().u8(1).u8(0).u8(0).u32be(space).toByteArray());
    }

    /** I.5.3.4: columns of eight bits. */
    private void palette(ByteReader in) {
        int entries = in.u16be();
        int columns = in.u8();
        if (entries < 1 || entries > 1024 || columns < 1 || columns > 4) {
            throw Refused.damaged("JP2 with a palette of " + entries + " entries in " + columns + " columns");
        }
        ByteWriter out = new ByteWriter().u16be(entries).u8(columns);
        for (int i = 0; i < columns; i++) {
            if (in.u8() != 7) {
                throw Refused.unsupported("JP2 with a palette of other than eight bits");
            }
            out.u8(7);
        }
        palette = Bytes.of(out.bytes(in.bytes(entries * columns)).toByteArray());
        count = columns;
    }

    /** I.5.3.5. */
    private void mapping(ByteReader in) {
        ByteWriter out = new ByteWriter();
        int mapped = 0;
        for (; in.remaining() >= 4; mapped++) {
            int component = in.u16be();
            int type = in.u8();
            int column = in.u8();
            if (component >= stream.components() || type > 1 || column > 3 || mapped == 4) {
                throw Refused.damaged("JP2 that maps what it has not");
            }
            out.u16be(component).u8(type).u8(type == 1 ? column : 0);
        }
        mapping = Bytes.of(out.toByteArray());
        count = mapped;
    }

    /** I.5.3.6: which channels are transparency. */
    private void channels(ByteReader in, Box box) {
        int defined = in.u16be();
        ByteWriter out = new ByteWriter().u16be(defined);
        Set<Integer> seen = new HashSet<>();
        boolean fits = defined > 0 && defined <= count && in.remaining() >= 6L * defined;
        for (int i = 0; fits && i < defined; i++) {
            int channel = in.u16be();
            int type = in.u16be();
            int of = in.u16be();
            fits = channel < count && type <= 2 && (of <= count || of == WHOLE_IMAGE) && seen.add(channel);
            out.u16be(channel).u16be(type).u16be(of);
        }
        if (fits) {
            channels = Bytes.of(out.toByteArray());
        } else {
            session.found(Removed.from("image.chunk-value", box.place(Jp2Reader.BOXES)));
        }
    }

    /** I.5.3.7: numbers without a meaning beyond them. */
    private void resolution(Box box) {
        ByteWriter out = new ByteWriter();
        for (Box kind : Box.in(content, box.from(), box.to())) {
            boolean known = kind.type().equals("resc") || kind.type().equals("resd");
            if (known && kind.to() - kind.from() == 10) {
                out.bytes(Box.written(
                        kind.type(), new ByteWriter().bytes(kind.open(content).bytes(10))));
            } else {
                session.found(Removed.from("image.chunk-value", kind.place(Jp2Reader.BOXES)));
            }
        }
        resolution = Bytes.of(out.toByteArray());
    }
}
