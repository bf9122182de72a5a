package jp.kiyome.image.bmp;

import java.util.Arrays;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/**
 * Decodes RLE8 and RLE4 ([MS-WMF] 3.1.6) row by row, from the lowest up; pixels that the codes jump over are index 0. What a run
 * says beyond its row's end is not shown and not kept. Not for sharing.
 */
final class RunLengthRows {

    private final ByteReader in;
    private final boolean nibbles;
    private int x;
    private int rowsToSkip;
    private boolean ended;
    private boolean overrun;

    RunLengthRows(ByteReader in, boolean nibbles) {
        this.in = in;
        this.nibbles = nibbles;
    }

    /** Fills {@code row} with one index a byte. */
    void read(byte[] row) {
        Arrays.fill(row, (byte) 0);
        if ((rowsToSkip > 0 && --rowsToSkip > 0) || ended) {
            return;
        }
        boolean rowEnded = false;
        while (!rowEnded) {
            int count = in.u8();
            int value = in.u8();
            if (count > 0) {
                run(row, count, value);
            } else {
                rowEnded = escape(row, value);
            }
        }
    }

    /** Obeys an escape; returns whether the row has ended. */
    private boolean escape(byte[] row, int code) {
        if (code > 2) {
            literal(row, code);
            return false;
        }
        if (code == 2) {
            x += in.u8();
            rowsToSkip = in.u8();
            return rowsToSkip > 0;
        }
        x = 0;
        ended = code == 1;
        return true;
    }

    private void run(byte[] row, int count, int value) {
        for (int i = 0; i < count; i++) {
            put(row, nibbles ? (i % 2 == 0 ? value >> 4 : value & 15) : value);
        }
    }

    private void literal(byte[] row, int count) {
        int bytes = nibbles ? (count + 1) / 2 : count;
        in.require(bytes);
        for (int i = 0, value = 0; i < count; i++) {
            if (!nibbles || i % 2 == 0) {
                value = in.u8();
            }
            put(row, nibbles ? (i % 2 == 0 ? value >> 4 : value & 15) : value);
        }
        if (bytes % 2 != 0 && in.remaining() > 0) {
            in.skip(1);
        }
    }

    private void put(byte[] row, int index) {
        if (x < row.length) {
            row[x] = (byte) index;
        } else {
            overrun = true;
        }
        x++;
        if (x < 0) {
            throw Refused.damaged("BMP run without an end");
        }
    }

    /** Whether a run went past its row's end. */
    boolean overrun() {
        return overrun;
    }

    /** To be called behind the last row: takes the mark that ends the bitmap, if it stands there. */
    void end() {
        if (!ended && in.remaining() >= 2) {
            long at = in.position();
            if (in.u16be() != 1) {
                in.seek(at);
            }
        }
    }
}
