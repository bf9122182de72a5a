package jp.kiyome.archive.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** gzip (RFC 1952). */
final class GzipFrame implements Frame {

    static final FileType TYPE = FileType.of("gz", "application/gzip", "gz", "tgz");

    /** ID1, ID2, deflate, no flags, no time, no extra flags, unknown system. */
    private static final byte[] HEAD = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF};

    private static final int TAIL = 8;
    private static final int BUFFER = 1 << 16;
    private static final int TEXT = 1;
    private static final int CHECKED = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public boolean begins(Content content) {
        return member(content, 0);
    }

    private static boolean member(Content content, long at) {
        return content.size() - at >= HEAD.length + TAIL && content.littleEndian(at, 3) == 0x088B1F;
    }

    @Override
    public void decode(Content content, OutputStream out, Session session) throws IOException {
        long at = 0;
        while (member(content, at)) {
            if (at > 0) {
                FrameFindings.joined(session);
            }
            at = inflate(content, header(content, at, session), out, session.budget());
        }
        if (at < content.size()) {
            FrameFindings.trailing(content.size() - at, session);
        }
    }

    /** Reads over a header (2.3); gives where the deflate stream begins. */
    private static long header(Content content, long start, Session session) {
        int flags = content.byteAt(start + 3);
        if ((flags & 0xE0) != 0) {
            throw broken("unknown flags");
        }
        boolean timed = content.littleEndian(start + 4, 4) != 0;
        if (timed || (flags & ~TEXT) != 0) {
            FrameFindings.header(session);
        }
        long at = start + HEAD.length;
        if ((flags & EXTRA) != 0) {
            at += 2 + (at + 2 <= content.size() ? content.littleEndian(at, 2) : 0);
        }
        for (int text : new int[] {NAME, COMMENT}) {
            while ((flags & text) != 0 && at < content.size() && content.byteAt(at) != 0) {
                at++;
            }
            at += (flags & text) != 0 ? 1 : 0;
        }
        return at + ((flags & CHECKED) != 0 ? 2 : 0);
    }

    /** Gives where the member ends. */
    private static long inflate(Content content, long from, OutputStream out, Budget budget) throws IOException {
        byte[] raw = new byte[BUFFER];
        byte[] plain = new byte[BUFFER];
        CRC32 crc = new CRC32();
        long at = from;
        try (Inflater inflater = new Inflater(true)) {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    // A stream of empty blocks yields nothing to count: the time is asked instead.
                    budget.checkTime();
                    int length = (int) Math.min(BUFFER, content.size() - at);
                    if (length <= 0) {
                        throw broken("ends early");
                    }
                    content.copy(at, raw, 0, length);
                    inflater.setInput(raw, 0, length);
                    at += length;
                }
                int count = inflater.inflate(plain);
                if (count == 0 && inflater.needsDictionary()) {
                    throw broken("dictionary");
                }
                crc.update(plain, 0, count);
                out.write(plain, 0, count);
            }
            long end = from + inflater.getBytesRead();
            if (content.size() - end < TAIL
                    || content.littleEndian(end, 4) != crc.getValue()
                    || content.littleEndian(end + 4, 4) != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
                throw broken("check sum or size");
            }
            return end + TAIL;
        } catch (DataFormatException e) {
            throw broken(String.valueOf(e.getMessage()));
        }
    }

    private static Refusal broken(String why) {
        return Refusal.of("frame.broken", "gzip: " + why);
    }

    @Override
    public void encode(Content content, OutputStream out) throws IOException {
        out.write(HEAD);
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[BUFFER];
        try (Deflater deflater = new Deflater(6, true);
                InputStream in = content.stream()) {
            DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater, BUFFER);
            for (int read = in.readNBytes(buffer, 0, BUFFER); read > 0; read = in.readNBytes(buffer, 0, BUFFER)) {
                crc.update(buffer, 0, read);
                deflated.write(buffer, 0, read);
            }
            deflated.finish();
        }
        out.write(ByteBuffer.allocate(TAIL)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) crc.getValue())
                .putInt((int) content.size())
                .array());
    }
}
