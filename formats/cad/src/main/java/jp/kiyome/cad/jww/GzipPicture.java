package jp.kiyome.cad.jww;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/** The gzip frame (RFC 1952) around an embedded picture. Stateless. */
final class GzipPicture {

    /** ID1, ID2, deflate, no flags, no time, no extra flags, the file system that Jw_cad names. */
    private static final byte[] HEAD = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0x0B};

    private static final int TAIL = 8;
    private static final int BUFFER = 1 << 14;
    private static final int CHECKED = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private GzipPicture() {}

    /**
     * Decodes one.
     *
     * @param more is run where the frame holds more than the picture: a name, a time, bytes behind it
     */
    static Content plain(Content packed, Sink out, Budget budget, Runnable more) {
        long from = header(packed, more);
        CRC32 crc = new CRC32();
        byte[] raw = new byte[BUFFER];
        byte[] plain = new byte[BUFFER];
        long at = from;
        try (Inflater inflater = new Inflater(true)) {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    budget.checkTime();
                    int length = (int) Math.min(BUFFER, packed.size() - at);
                    packed.copy(at, raw, 0, length);
                    inflater.setInput(raw, 0, length);
                    at += length;
                    insist(length > 0, "ends early");
                }
                int count = inflater.inflate(plain);
                insist(count > 0 || !inflater.needsDictionary(), "dictionary");
                budget.decode(count);
                crc.update(plain, 0, count);
                out.write(plain, 0, count);
            }
            tail(packed, from + inflater.getBytesRead(), crc.getValue(), inflater.getBytesWritten(), more);
            return out.finish();
        } catch (DataFormatException e) {
            throw Refusal.of("jww.structure", "gzip: " + e.getMessage());
        }
    }

    private static long header(Content packed, Runnable more) {
        insist(packed.size() > HEAD.length + TAIL && packed.littleEndian(0, 3) == 0x088B1F, "no gzip");
        int flags = packed.byteAt(3);
        insist((flags & 0xE0) == 0, "unknown flags");
        if (flags != 0 || packed.littleEndian(4, 4) != 0) {
            more.run();
        }
        long at = HEAD.length;
        if ((flags & EXTRA) != 0) {
            at += 2 + packed.littleEndian(at, 2);
        }
        for (int text : new int[] {NAME, COMMENT}) {
            while ((flags & text) != 0 && at < packed.size() && packed.byteAt(at) != 0) {
                at++;
            }
            at += (flags & text) != 0 ? 1 : 0;
        }
        at += (flags & CHECKED) != 0 ? 2 : 0;
        insist(at <= packed.size(), "ends early");
        return at;
    }

    private static void tail(Content packed, long end, long crc, long size, Runnable more) {
        insist(packed.size() - end >= TAIL, "ends early");
        boolean sound = packed.littleEndian(end, 4) == crc && packed.littleEndian(end + 4, 4) == (size & 0xFFFF_FFFFL);
        insist(sound, "check sum or size");
        if (end + TAIL < packed.size()) {
            more.run();
        }
    }

    private static void insist(boolean sound, String why) {
        if (!sound) {
            throw Refusal.of("jww.structure", "gzip: " + why);
        }
    }

    /** Frames a picture anew. */
    static Content packed(Content plain, Sink out) {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[BUFFER];
        out.write(HEAD, 0, HEAD.length);
        try (Deflater deflater = new Deflater(6, true);
                InputStream in = plain.stream()) {
            DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater, BUFFER);
            for (int read = in.readNBytes(buffer, 0, BUFFER); read > 0; read = in.readNBytes(buffer, 0, BUFFER)) {
                crc.update(buffer, 0, read);
                deflated.write(buffer, 0, read);
            }
            deflated.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a picture", e);
        }
        byte[] tail = ByteBuffer.allocate(TAIL)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) crc.getValue())
                .putInt((int) plain.size())
                .array();
        out.write(tail, 0, TAIL);
        return out.finish();
    }
}
