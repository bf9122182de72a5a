package jp.kiyome.archive.lha;

import java.util.Arrays;
import jp.kiyome.container.packed.ByteTarget;

/**
 * Hands on the data of a file that MacLHA put into an envelope of its two forks (MacBinary, 1985: a header of 128 bytes, the data fork, the
 * resource fork, each filled up to a multiple of 128); any other file as it is. Readers on other systems do the same. Not thread-safe.
 */
final class MacBinary implements ByteTarget {

    private static final int HEADER = 128;
    private static final int MOST_NAME = 63;
    private static final int DATA_SIZE = 83;
    private static final int RESOURCE_SIZE = 87;

    /** Bytes that are zero: the version, and what stands behind the name and the flags. */
    private static final int[] ZEROS = {0, 74, 82};

    private final long size;
    private final byte[] name;
    private final ByteTarget out;
    private final byte[] header = new byte[HEADER];
    private int filled;
    private boolean opened;
    private long left;

    /**
     * A target for one file.
     *
     * @param size bytes that will come in all
     * @param name of the file, without folders
     */
    MacBinary(long size, byte[] name, ByteTarget out) {
        this.size = size;
        this.name = name;
        this.out = out;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int taken = Math.min(length, HEADER - filled);
        System.arraycopy(bytes, offset, header, filled, taken);
        filled += taken;
        if (taken > 0 && filled == HEADER) {
            open();
        }
        if (filled == HEADER && length > taken) {
            pass(bytes, offset + taken, length - taken);
        }
    }

    private void open() {
        opened = isEnvelope();
        left = opened ? number(DATA_SIZE) : size;
        if (!opened) {
            pass(header, 0, HEADER);
        }
    }

    private void pass(byte[] bytes, int offset, int length) {
        int count = (int) Math.min(length, left);
        out.write(bytes, offset, count);
        left -= count;
    }

    private boolean isEnvelope() {
        for (int at : ZEROS) {
            if (header[at] != 0) {
                return false;
            }
        }
        int length = header[1] & 0xFF;
        boolean named = length > 0
                && length <= MOST_NAME
                && Arrays.equals(header, 2, 2 + length, name, 0, Math.min(length, name.length))
                && length == name.length;
        long whole = HEADER + number(DATA_SIZE) + number(RESOURCE_SIZE);
        long padded = HEADER + blocks(number(DATA_SIZE)) + blocks(number(RESOURCE_SIZE));
        return named && (size == whole || size == padded);
    }

    private static long blocks(long bytes) {
        return (bytes + HEADER - 1) / HEADER * HEADER;
    }

    private long number(int at) {
        return (header[at] & 0xFFL) << 24
                | (header[at + 1] & 0xFF) << 16
                | (header[at + 2] & 0xFF) << 8
                | header[at + 3] & 0xFF;
    }

    /** After the last byte: gives a file that is shorter than a header; says whether an envelope was taken off. */
    boolean finish() {
        if (filled < HEADER) {
            out.write(header, 0, filled);
        }
        return opened;
    }
}
