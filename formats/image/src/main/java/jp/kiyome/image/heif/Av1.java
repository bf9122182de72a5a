package jp.kiyome.image.heif;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.AllowList;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/** Pictures coded by AV1 (AV1 bitstream specification, its binding to ISO base media files, AVIF). */
record Av1() implements Coding {

    private static final int SEQUENCE = 1;
    private static final int MARKER_AND_VERSION = 0x81;
    private static final int LENGTH_BYTES = 5;

    /** Frame headers, and frames whole: what begins a picture (5.9.1). */
    private static final int FRAME_HEADER = 3;

    private static final int FRAME = 6;

    @Override
    public String item() {
        return "av01";
    }

    @Override
    public String property() {
        return "av1C";
    }

    @Override
    public String brand() {
        return "avif";
    }

    /** AV1 in ISOBMFF 2.3.3: the sequence header alone stays behind the four bytes. */
    @Override
    public Bytes configuration(ByteReader in, Session session, String place) {
        if (in.u8() != MARKER_AND_VERSION) {
            throw Refused.unsupported("AV1 configuration of another version");
        }
        ByteWriter out =
                new ByteWriter().u8(MARKER_AND_VERSION).u8(in.u8()).u8(in.u8()).u8(0);
        in.skip(1);
        while (in.remaining() > 0) {
            Unit unit = Unit.at(in);
            if (unit.type == SEQUENCE) {
                byte[] header = in.bytes((int) unit.length);
                sequence(Bytes.of(header), session);
                out.u8(unit.head()).bytes(length(unit.length)).bytes(header);
            } else {
                dropped(unit, in, session);
            }
        }
        return Bytes.of(out.toByteArray());
    }

    /** 5.5.1, for still pictures: the pixels that a decoder would make. */
    private static void sequence(Bytes header, Session session) {
        BitReader in = new BitReader(header);
        in.skip(3);
        boolean still = in.u(1) == 1;
        if (!still || in.u(1) == 0) {
            throw Refused.unsupported("AV1 sequence that is no still picture");
        }
        in.skip(5);
        int widthBits = in.u(4) + 1;
        int heightBits = in.u(4) + 1;
        session.budget().pixels(in.u(widthBits) + 1L, in.u(heightBits) + 1L);
    }

    @Override
    public void copy(Content units, ByteReader configuration, Sink out, Session session) {
        ByteReader in = new ByteReader(units);
        int pictures = 0;
        while (in.remaining() > 0) {
            Unit unit = Unit.at(in);
            if (unit.entry().rule() != AllowList.Rule.REBUILD) {
                dropped(unit, in, session);
                continue;
            }
            if (unit.type == SEQUENCE) {
                long at = in.position();
                sequence(Bytes.of(in.bytes((int) unit.length)), session);
                in.seek(at);
            }
            pictures += unit.type == FRAME_HEADER || unit.type == FRAME ? 1 : 0;
            Units.write(new ByteWriter().u8(unit.head()).bytes(length(unit.length)), out);
            Units.copy(in, unit.length, out);
        }
        if (pictures != 1) {
            throw Refused.damaged("AV1 item of " + pictures + " pictures");
        }
    }

    private static void dropped(Unit unit, ByteReader in, Session session) {
        in.skip(unit.length);
        AllowList.Entry entry = unit.entry();
        String place = "AV1 unit of type " + unit.type;
        switch (entry.rule()) {
            case READ -> {}
            case DROP -> session.found(Removed.from(entry.argument(), place));
            case REBUILD, REFUSE -> session.found(Removed.from("image.misplaced-chunk", place));
        }
    }

    /** 4.10.5, in as few bytes as it takes. */
    private static byte[] length(long value) {
        ByteWriter out = new ByteWriter();
        long left = value;
        while (left > 0x7F) {
            out.u8((int) (left & 0x7F) | 0x80);
            left >>= 7;
        }
        return out.u8((int) left).toByteArray();
    }

    /** The header of one unit (5.3.1), with its length where it has one, else with what is left. */
    private record Unit(int type, long length) {

        private static final int LARGEST_SEQUENCE = 1 << 12;

        static Unit at(ByteReader in) {
            int head = in.u8();
            if ((head & 0x80) != 0) {
                throw Refused.damaged("AV1 unit with a forbidden bit");
            }
            if ((head & 4) != 0) {
                throw Refused.unsupported("AV1 picture of several layers");
            }
            long length = (head & 2) != 0 ? length(in) : in.remaining();
            in.require(length);
            int type = head >> 3 & 0x0F;
            if (type == SEQUENCE && length > LARGEST_SEQUENCE) {
                throw Refused.tooLarge("AV1 sequence header of " + length + " bytes");
            }
            return new Unit(type, length);
        }

        private static long length(ByteReader in) {
            long value = 0;
            for (int i = 0; i < LENGTH_BYTES; i++) {
                int next = in.u8();
                value |= (next & 0x7FL) << 7 * i;
                if (next < 0x80) {
                    return value;
                }
            }
            throw Refused.damaged("AV1 unit of an impossible length");
        }

        /** Its header byte, as it is written: with a length, without a layer. */
        int head() {
            return type << 3 | 2;
        }

        AllowList.Entry entry() {
            AllowList.Entry entry = HeifReader.list("obu:", Integer.toString(type));
            if (entry.rule() == AllowList.Rule.REFUSE) {
                throw Refused.unsupported("AV1 unit of type " + type);
            }
            return entry;
        }
    }
}
