package jp.kiyome.image.gzip;

import java.io.OutputStream;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import jp.kiyome.core.content.Content;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/**
 * The first member of a gzip file (RFC 1952 2.3).
 *
 * @param deflated where its deflate stream begins
 * @param telling whether its header says more than that it is deflated: a name, a time, a system, fields of applications
 */
record GzipMember(Content content, long deflated, boolean telling) {

    static final int TAIL = 8;

    private static final int DEFLATE = 8;
    private static final int STEP = 1 << 13;
    private static final int NOTHING_SAID = 0xFF00;
    private static final int TEXT = 1;
    private static final int HEADER_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    static boolean begins(Content content) {
        return content.size() >= 18 && content.byteAt(0) == 0x1F && content.byteAt(1) == 0x8B;
    }

    /** Throws {@link jp.kiyome.core.finding.Refusal} for a header that breaks the specification. */
    static GzipMember read(Content content) {
        ByteReader in = new ByteReader(content);
        if (in.u16be() != 0x1F8B || in.u8() != DEFLATE) {
            throw Refused.unsupported("gzip without deflate");
        }
        int flags = in.u8();
        if ((flags & 0xE0) != 0) {
            throw Refused.damaged("gzip with unknown flags");
        }
        long time = in.u32le();
        int speedAndSystem = in.u16le();
        boolean telling = (flags & ~TEXT) != 0 || time != 0 || speedAndSystem != NOTHING_SAID;
        if ((flags & EXTRA) != 0) {
            in.skip(in.u16le());
        }
        for (int text : new int[] {NAME, COMMENT}) {
            if ((flags & text) != 0) {
                in.skipTo((byte) 0);
                in.skip(1);
            }
        }
        if ((flags & HEADER_CHECK) != 0) {
            in.skip(2);
        }
        return new GzipMember(content, in.position(), telling);
    }

    /**
     * Writes the bytes that are compressed; gives where the member ends.
     *
     * @param spend asked with the number of bytes of each step, before they are written
     */
    long inflate(OutputStream out, LongConsumer spend) {
        byte[] raw = new byte[STEP];
        byte[] plain = new byte[STEP];
        CRC32 crc = new CRC32();
        ByteReader in = new ByteReader(content, deflated, content.size());
        try (Inflater inflater = new Inflater(true)) {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int length = (int) Math.min(STEP, in.remaining());
                    in.require(Math.max(1, length));
                    in.read(raw, 0, length);
                    inflater.setInput(raw, 0, length);
                }
                int count = inflater.inflate(plain);
                if (count == 0 && inflater.needsDictionary()) {
                    throw Refused.damaged("gzip that asks for a dictionary");
                }
                spend.accept(count);
                crc.update(plain, 0, count);
                out.write(plain, 0, count);
            }
            long end = deflated + inflater.getBytesRead();
            ByteReader tail = new ByteReader(content, end, content.size());
            if (tail.u32le() != crc.getValue() || tail.u32le() != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
                throw Refused.damaged("gzip whose check sum is wrong");
            }
            return end + TAIL;
        } catch (DataFormatException broken) {
            throw Refused.damaged("gzip that does not inflate");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
