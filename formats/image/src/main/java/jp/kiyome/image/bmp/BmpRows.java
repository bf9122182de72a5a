package jp.kiyome.image.bmp;

import java.util.Arrays;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Noise;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/** Carries the rows over, from the bottom up, and clears every bit that is no sample. Not for sharing. */
final class BmpRows {

    private final BmpHeader header;
    private final Session session;
    private final Noise noise;
    private final int stride;
    private final int usedBytes;
    private long rows;

    BmpRows(BmpHeader header, Session session) {
        this.header = header;
        this.session = session;
        this.noise = Noise.of(session);
        this.stride = header.stride();
        this.usedBytes = (int) (((long) header.width() * header.bits() + 7) / 8);
    }

    /** Leaves {@code in} behind the pixel data. */
    void copy(ByteReader in, Sink out) {
        if (header.packing() == BmpHeader.Packing.NONE) {
            copyPlain(in, out);
        } else {
            copyRunLengths(in, out);
        }
        noise.report(session);
    }

    private void copyPlain(ByteReader in, Sink out) {
        long start = in.position();
        long last = (long) stride * (header.height() - 1);
        in.require(last + usedBytes);
        byte[] row = new byte[stride];
        for (int y = 0; y < header.height(); y++) {
            int stored = header.topDown() ? header.height() - 1 - y : y;
            in.seek(start + (long) stride * stored);
            in.read(row, 0, usedBytes);
            write(row, out);
        }
        // the last row's padding is missing in some files
        in.seek(Math.min(in.end(), start + last + stride));
    }

    private void copyRunLengths(ByteReader in, Sink out) {
        session.budget().decode((long) stride * header.height());
        boolean nibbles = header.packing() == BmpHeader.Packing.RLE4;
        RunLengthRows rows = new RunLengthRows(in, nibbles);
        byte[] indexes = new byte[header.width()];
        byte[] row = new byte[stride];
        for (int y = 0; y < header.height(); y++) {
            rows.read(indexes);
            if (nibbles) {
                Arrays.fill(row, (byte) 0);
                for (int x = 0; x < indexes.length; x++) {
                    row[x / 2] |= (byte) (x % 2 == 0 ? indexes[x] << 4 : indexes[x]);
                }
            } else {
                System.arraycopy(indexes, 0, row, 0, indexes.length);
            }
            write(row, out);
        }
        rows.end();
        if (rows.overrun()) {
            session.found(Removed.from("image.gap", "run past the end of its row"));
        }
    }

    private void write(byte[] row, Sink out) {
        session.budget().checkTime();
        disturb(row);
        clearUnusedBits(row);
        if (header.indexed() && header.colours() < 1 << header.bits()) {
            requireIndexes(row);
        }
        out.write(row, 0, stride);
    }

    /** Samples of eight bits alone; those of 15 and 16 bits a pixel are too coarse. */
    private void disturb(byte[] row) {
        boolean whole =
                header.bits() == 24 || header.bits() == 32 && header.masks().plain(32);
        if (noise.on() && whole) {
            noise.samples(row, usedBytes, 1, rows++ << 32);
        }
    }

    private void clearUnusedBits(byte[] row) {
        Arrays.fill(row, usedBytes, stride, (byte) 0);
        if (header.bits() < 8) {
            int used = (int) ((long) header.width() * header.bits() - (usedBytes - 1) * 8L);
            row[usedBytes - 1] &= (byte) (0xFF00 >> used);
        } else if (header.bits() == 16 || header.bits() == 32) {
            int bytes = header.bits() / 8;
            int mask = header.masks().used();
            for (int i = 0; i < usedBytes; i += bytes) {
                for (int part = 0; part < bytes; part++) {
                    row[i + part] &= (byte) (mask >>> (8 * part));
                }
            }
        }
    }

    private void requireIndexes(byte[] row) {
        int perByte = 8 / header.bits();
        int mask = (1 << header.bits()) - 1;
        for (int x = 0; x < header.width(); x++) {
            int shift = 8 - header.bits() * (x % perByte + 1);
            if ((row[x / perByte] >> shift & mask) >= header.colours()) {
                throw Refused.damaged("BMP pixel of a colour that the palette does not hold");
            }
        }
    }
}
