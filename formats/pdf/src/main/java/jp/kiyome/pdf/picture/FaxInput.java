package jp.kiyome.pdf.picture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Malformed;
import jp.kiyome.pdf.filter.ChunkInput;

/** CCITTFaxDecode (ISO 32000-2, 7.4.6): ITU-T T.4 and T.6. A row that makes no sense ends the picture where rows cannot be found again. */
public final class FaxInput extends ChunkInput {

    private static final int WIDEST = 1 << 20;

    /** Of lines, at the end of a picture: six of T.4, two of T.6. */
    private static final int MOST_ENDS = 6;

    /** Table 4 of T.6, by the next seven bits: how many of them a vertical code takes, 0 for none, and how far from b1 it leads. */
    private static final int[] VERTICAL_LENGTH = new int[128];

    private static final int[] VERTICAL_OFFSET = new int[128];

    static {
        vertical(1, 1, 0);
        vertical(3, 3, 1);
        vertical(2, 3, -1);
        vertical(3, 6, 2);
        vertical(2, 6, -2);
        vertical(3, 7, 3);
        vertical(2, 7, -3);
    }

    private static void vertical(int code, int length, int offset) {
        Arrays.fill(VERTICAL_LENGTH, code << 7 - length, code + 1 << 7 - length, length);
        Arrays.fill(VERTICAL_OFFSET, code << 7 - length, code + 1 << 7 - length, offset);
    }

    private final InputStream in;
    private final int k;
    private final boolean byteAligned;
    private final boolean blackIsOne;
    private final int columns;
    private final long rows;
    private final Runnable slack;
    private int[] above;
    private int[] changes;
    private int count;
    private int at;
    private long row;
    private long held;
    private int bits;
    private boolean over;

    private FaxInput(
            InputStream in, int k, boolean byteAligned, boolean blackIsOne, int columns, long rows, Runnable slack) {
        super((columns + 7) / 8);
        this.in = in;
        this.k = k;
        this.byteAligned = byteAligned;
        this.blackIsOne = blackIsOne;
        this.columns = columns;
        this.rows = rows;
        this.slack = slack;
        this.above = new int[columns + 4];
        this.changes = new int[columns + 4];
        Arrays.fill(above, columns);
    }

    /**
     * The rows of a picture.
     *
     * @param height rows of the picture, where the parameters do not say
     * @param slack told when something stands behind the last row and the codes that end a picture
     */
    public static InputStream of(InputStream in, Cos.Dict parms, int height, Runnable slack) {
        int columns = Cos.integer(parms.get("Columns"), 1728);
        if (columns < 1 || columns > WIDEST) {
            throw Malformed.because("a fax of " + columns + " columns");
        }
        int rows = Cos.integer(parms.get("Rows"), 0);
        return new FaxInput(
                in,
                Cos.integer(parms.get("K"), 0),
                parms.get("EncodedByteAlign") instanceof Cos.Bool aligned && aligned.value(),
                parms.get("BlackIs1") instanceof Cos.Bool one && one.value(),
                columns,
                Math.max(rows, height),
                slack);
    }

    @Override
    protected int fill() throws IOException {
        if (over || row >= rows) {
            return 0;
        }
        if (byteAligned) {
            bits -= bits & 7;
        }
        boolean oneDimensional = startsRow();
        if (over) {
            lookBehind();
            return 0;
        }
        count = 0;
        boolean whole = oneDimensional ? straight() : against();
        if (!whole && count == 0) {
            over = true;
            lookBehind();
            return 0;
        }
        over = !whole && k < 0;
        draw();
        row++;
        if (over || row >= rows) {
            lookBehind();
        }
        return chunk.length;
    }

    /** Ends of lines and zeros may follow (EOFB, RTC, fill); anything else draws nothing. */
    private void lookBehind() throws IOException {
        for (int i = 0; i < MOST_ENDS && peek(11) == 0 && !ended(); i++) {
            while (peek(1) == 0 && !ended()) {
                skip(1);
            }
            skip(k > 0 ? 2 : 1);
        }
        skip(bits & 7);
        while (!ended()) {
            int c = peek(8);
            skip(8);
            if (c != 0 && c != '\r' && c != '\n') {
                slack.run();
                return;
            }
        }
    }

    /** Passes over the ends of lines; says whether the row is coded by itself. */
    private boolean startsRow() throws IOException {
        int ends = 0;
        if (k >= 0) {
            int zeros = 0;
            while (peek(12) == 0 && zeros++ < WIDEST && !ended()) {
                skip(1);
            }
        }
        while (peek(12) == 1) {
            skip(12);
            ends++;
            if (k > 0) {
                if (peek(13) >> 12 == 1 && (peek(13) & 0xFFF) == 1) {
                    skip(1);
                } else {
                    break;
                }
            }
            if (k < 0 || ends > 5) {
                over = true;
                return true;
            }
            while (k == 0 && peek(12) == 0 && !ended()) {
                skip(1);
            }
        }
        if (ended() || ends > 1 && k == 0 && row > 0 && ends >= 6) {
            over = true;
            return true;
        }
        if (k > 0) {
            boolean one = peek(1) == 1;
            skip(1);
            return one;
        }
        return k == 0;
    }

    /** T.4, 4.1. */
    private boolean straight() throws IOException {
        int x = 0;
        boolean black = false;
        while (x < columns) {
            int run = run(black);
            if (run < 0) {
                return false;
            }
            x = Math.min(columns, x + run);
            add(x);
            black = !black;
        }
        return true;
    }

    /** T.6, 2.2. */
    private boolean against() throws IOException {
        int a0 = 0;
        boolean black = false;
        boolean first = true;
        while (a0 < columns) {
            int b = reference(a0, black, first);
            first = false;
            int code = peek(7);
            if (VERTICAL_LENGTH[code] > 0) {
                skip(VERTICAL_LENGTH[code]);
                a0 = vertical(above[b] + VERTICAL_OFFSET[code]);
                black = !black;
            } else if (code >> 4 == 1) {
                skip(3);
                int one = run(black);
                int two = one < 0 ? -1 : run(!black);
                if (two < 0) {
                    return false;
                }
                a0 = Math.min(columns, a0 + one);
                add(a0);
                a0 = Math.min(columns, a0 + two);
                add(a0);
            } else if (code >> 3 == 1) {
                skip(4);
                a0 = above[b + 1];
            } else {
                return false;
            }
        }
        return true;
    }

    private int vertical(int to) {
        int last = count == 0 ? 0 : changes[count - 1];
        int x = Math.min(columns, Math.max(last, to));
        add(x);
        return x;
    }

    /**
     * Where in {@link #above} the change right of a0 to the colour opposite of {@code black}'s stands. Looked for from where the last one
     * was, so that a row takes as many steps as it has changes.
     */
    private int reference(int a0, boolean black, boolean first) {
        int b = first ? 0 : at;
        if ((b & 1) != (black ? 1 : 0)) {
            b += b > 0 ? -1 : 1;
        }
        while (b >= 2 && !isBefore(b - 2, a0, first)) {
            b -= 2;
        }
        while (isBefore(b, a0, first)) {
            b += 2;
        }
        at = b;
        return b;
    }

    private boolean isBefore(int b, int a0, boolean first) {
        return above[b] < columns && (first ? above[b] < a0 : above[b] <= a0);
    }

    private void add(int x) {
        if (count < columns + 1) {
            changes[count++] = x;
        }
    }

    private int run(boolean black) throws IOException {
        int length = 0;
        while (true) {
            int found = (black ? FaxCodes.BLACK : FaxCodes.WHITE).lookUp(peek(FaxCodes.LONGEST));
            if (found == 0) {
                return -1;
            }
            skip(found & 15);
            length += found >> 4;
            if (found >> 4 < 64) {
                return length;
            }
            if (length > columns + 2560) {
                return -1;
            }
        }
    }

    private void draw() {
        Arrays.fill(changes, count, changes.length, columns);
        Arrays.fill(chunk, (byte) (blackIsOne ? 0 : 0xFF));
        for (int i = 0; i < count; i += 2) {
            for (int x = changes[i]; x < changes[i + 1]; x++) {
                chunk[x >> 3] ^= (byte) (0x80 >> (x & 7));
            }
        }
        int[] spare = above;
        above = changes;
        changes = spare;
    }

    private boolean ended() throws IOException {
        return bits <= 0 && !load();
    }

    private boolean load() throws IOException {
        int c = in.read();
        if (c < 0) {
            return false;
        }
        held = held << 8 | c;
        bits += 8;
        return true;
    }

    private int peek(int length) throws IOException {
        while (bits < length && load()) {
            // One byte more.
        }
        long value = bits >= length ? held >>> bits - length : held << length - bits;
        return (int) (value & (1L << length) - 1);
    }

    private void skip(int length) {
        bits = Math.max(0, bits - length);
    }
}
