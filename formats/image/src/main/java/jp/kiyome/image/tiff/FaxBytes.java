package jp.kiyome.image.tiff;

import jp.kiyome.image.stream.Refused;

/**
 * Decodes modified Huffman rows (TIFF 6.0 section 10), T.4 in one and two dimensions (section 11) and T.6. White is 0. Not for
 * sharing.
 */
final class FaxBytes implements StripBytes {

    private static final int MODIFIED_HUFFMAN = 2;
    private static final int GROUP_3 = 3;
    private static final int EOL_BITS = 12;

    private final StripInput in;
    private final int compression;
    private final boolean twoDimensions;
    private final int width;
    private BitRow above;
    private BitRow row;
    private int bits;
    private int bitCount;

    FaxBytes(StripInput in, int compression, int t4Options, int width) {
        this.in = in;
        this.compression = compression;
        this.twoDimensions = (t4Options & 1) != 0;
        this.width = width;
        this.above = new BitRow(width);
        this.row = new BitRow(width);
    }

    @Override
    public void read(byte[] into, int from, int length) {
        row.clear();
        switch (compression) {
            case MODIFIED_HUFFMAN -> {
                readRuns();
                bitCount -= bitCount & 7;
            }
            case GROUP_3 -> {
                boolean oneDimension = skipEol();
                if (oneDimension) {
                    readRuns();
                } else {
                    readModes();
                }
            }
            default -> readModes();
        }
        row.paint(into, from, length);
        BitRow swap = above;
        above = row;
        row = swap;
    }

    /** T.4 4.1.2 and 4.2: fill and an end-of-line code, then in two dimensions a tag bit. Returns whether the row is coded in one. */
    private boolean skipEol() {
        if (peek(EOL_BITS - 1) != 0) {
            if (twoDimensions) {
                throw Refused.damaged("fax row without its end-of-line code");
            }
            return true;
        }
        while (peek(1) == 0) {
            skip(1);
        }
        skip(1);
        if (!twoDimensions) {
            return true;
        }
        boolean oneDimension = peek(1) == 1;
        skip(1);
        return oneDimension;
    }

    private void readRuns() {
        boolean black = false;
        for (int place = 0; place < width || (place == width && row.count() == 0 && !black && place == 0); ) {
            place += run(black);
            row.add(Math.min(place, width));
            black = !black;
            if (place > width) {
                throw Refused.damaged("fax run past the end of the row");
            }
        }
    }

    private int run(boolean black) {
        int total = 0;
        while (true) {
            int found = (black ? RunCodes.BLACK : RunCodes.WHITE).find(peek(RunCodes.MAX_BITS));
            if (found == 0) {
                throw Refused.damaged("fax code that no table holds");
            }
            skip(found & 15);
            int run = RunCodes.run(found);
            total += run;
            if (run < 64) {
                return total;
            }
            if (total > width) {
                throw Refused.damaged("fax run past the end of the row");
            }
        }
    }

    /** T.6 2.2: pass, horizontal and vertical modes. */
    private void readModes() {
        int place = -1;
        boolean black = false;
        int index = 0;
        while (place < width) {
            index = above.changeRightOf(place, black, index);
            int b1 = above.at(index);
            int mode = peek(7);
            if (mode >> 3 == 1) {
                skip(4);
                place = above.at(index + 1);
            } else if (mode >> 4 == 1) {
                skip(3);
                int first = Math.max(place, 0) + run(black);
                row.add(Math.min(first, width));
                place = first + run(!black);
                if (place > width) {
                    throw Refused.damaged("fax run past the end of the row");
                }
                row.add(place);
            } else {
                int changed = b1 + vertical(mode);
                if (changed < Math.max(place, 0)) {
                    throw Refused.damaged("fax code that leads back");
                }
                row.add(changed);
                place = changed;
                black = !black;
            }
        }
    }

    private int vertical(int mode) {
        if (mode >> 6 == 1) {
            skip(1);
            return 0;
        }
        int offset =
                switch (mode) {
                    case 3 -> 3;
                    case 2 -> -3;
                    case 6, 7 -> 2;
                    case 4, 5 -> -2;
                    default -> mode >> 4 == 3 ? 1 : mode >> 4 == 2 ? -1 : 0;
                };
        if (offset == 0) {
            throw mode == 0 ? Refused.truncated("fax rows") : Refused.unsupported("fax extension code");
        }
        skip(Math.abs(offset) == 1 ? 3 : Math.abs(offset) == 2 ? 6 : 7);
        return offset;
    }

    /** The next bits without consuming them, zeros behind the end. */
    private int peek(int count) {
        while (bitCount < count) {
            bits = (bits << 8) | (in.remaining() > 0 ? in.u8() : endByte());
            bitCount += 8;
        }
        return (bits >>> (bitCount - count)) & ((1 << count) - 1);
    }

    private int bytesBehindEnd;

    private int endByte() {
        if (++bytesBehindEnd > 4) {
            throw Refused.truncated("fax rows");
        }
        return 0;
    }

    private void skip(int count) {
        bitCount -= count;
    }
}
