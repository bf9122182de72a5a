package jp.kiyome.image.heif;

import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Refused;

/**
 * The frame of one HEVC unit (H.265 7.3.1): its header, and that nothing in it could be taken for the start of another one.
 *
 * @param type nal_unit_type
 * @param first whether it begins a picture, as slices say
 */
record HevcUnit(int type, boolean first) {

    private static final int HEAD = 2;
    private static final int SLICES = 32;

    /** Reads the header and leaves the reader where the unit begins. */
    static HevcUnit at(ByteReader in, long length) {
        if (length <= HEAD) {
            throw Refused.damaged("HEVC unit of " + length + " bytes");
        }
        in.require(length);
        long start = in.position();
        int head = in.u16be();
        int next = in.u8();
        in.seek(start);
        int type = head >> 9 & 0x3F;
        boolean plain = head >> 15 == 0 && (head >> 3 & 0x3F) == 0 && (head & 7) == 1;
        if (!plain) {
            throw Refused.unsupported("HEVC unit of another layer");
        }
        return new HevcUnit(type, type < SLICES && next >> 7 == 1);
    }

    /** H.265 7.4.2: no start code, nor what would need to be escaped, stands inside; a unit does not end in zeros. */
    static void requireEscaped(ByteReader in, long length) {
        long start = in.position();
        int zeros = 0;
        int last = 0;
        for (long i = 0; i < length; i++) {
            last = in.u8();
            if (zeros >= 2 && last < 3) {
                throw Refused.damaged("start code inside an HEVC unit");
            }
            zeros = last == 0 ? zeros + 1 : 0;
        }
        if (last == 0) {
            throw Refused.damaged("HEVC unit that ends in zeros");
        }
        in.seek(start);
    }

    /** What a unit says without its escapes and its header. */
    static Bytes unescaped(byte[] unit) {
        ByteWriter out = new ByteWriter();
        int zeros = 0;
        for (int i = HEAD; i < unit.length; i++) {
            int value = unit[i] & 0xFF;
            if (zeros >= 2 && value == 3) {
                zeros = 0;
            } else {
                out.u8(value);
                zeros = value == 0 ? zeros + 1 : 0;
            }
        }
        return Bytes.of(out.toByteArray());
    }
}
