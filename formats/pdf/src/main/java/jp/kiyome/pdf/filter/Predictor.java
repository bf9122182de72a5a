package jp.kiyome.pdf.filter;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Malformed;

/** Undoes the predictors of Flate and LZW data (ISO 32000-2, 7.4.4.4). */
final class Predictor extends ChunkInput {

    private static final int MOST_ROW_BYTES = 1 << 26;

    private final InputStream in;
    private final boolean png;
    private final int colours;
    private final int bits;
    private final int pixel;
    private final int rowBytes;
    private byte[] above;
    private byte[] row;

    private Predictor(InputStream in, boolean png, int colours, int bits, int rowBytes) {
        super(rowBytes);
        this.in = in;
        this.png = png;
        this.colours = colours;
        this.bits = bits;
        this.pixel = Math.max(1, colours * bits / 8);
        this.rowBytes = rowBytes;
        this.above = new byte[rowBytes];
        this.row = chunk;
    }

    static InputStream undo(InputStream in, Cos.Dict parms, UnaryOperator<Cos> resolve) {
        int predictor = Cos.integer(resolve.apply(parms.get("Predictor")), 1);
        if (predictor < 2) {
            return in;
        }
        long colours = Cos.integer(resolve.apply(parms.get("Colors")), 1);
        long bits = Cos.integer(resolve.apply(parms.get("BitsPerComponent")), 8);
        long columns = Cos.integer(resolve.apply(parms.get("Columns")), 1);
        boolean known = bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
        if (!known || colours < 1 || colours > 64 || columns < 1 || columns > Integer.MAX_VALUE / 2) {
            throw Malformed.because("a predictor for " + colours + " colours of " + bits + " bits");
        }
        long rowBytes = (colours * bits * columns + 7) / 8;
        if (rowBytes > MOST_ROW_BYTES) {
            throw Malformed.tooMuch("a predictor's row of " + rowBytes + " bytes");
        }
        return new Predictor(in, predictor >= 10, (int) colours, (int) bits, (int) rowBytes);
    }

    @Override
    protected int fill() throws IOException {
        byte[] spare = above;
        above = row;
        row = spare;
        chunk = row;
        int type = png ? in.read() : 0;
        if (type < 0) {
            return 0;
        }
        int length = in.readNBytes(row, 0, rowBytes);
        if (length < rowBytes) {
            Arrays.fill(row, length, rowBytes, (byte) 0);
        }
        if (length == 0) {
            return 0;
        }
        if (png) {
            undoPng(type);
        } else {
            undoTiff();
        }
        return length;
    }

    private void undoPng(int type) {
        switch (type) {
            case 1 -> {
                for (int i = pixel; i < rowBytes; i++) {
                    row[i] += row[i - pixel];
                }
            }
            case 2 -> {
                for (int i = 0; i < rowBytes; i++) {
                    row[i] += above[i];
                }
            }
            case 3 -> {
                for (int i = 0; i < rowBytes; i++) {
                    int left = i < pixel ? 0 : row[i - pixel] & 0xFF;
                    row[i] += (byte) (left + (above[i] & 0xFF) >> 1);
                }
            }
            case 4 -> {
                for (int i = 0; i < rowBytes; i++) {
                    int left = i < pixel ? 0 : row[i - pixel] & 0xFF;
                    int corner = i < pixel ? 0 : above[i - pixel] & 0xFF;
                    row[i] += (byte) paeth(left, above[i] & 0xFF, corner);
                }
            }
            default -> {}
        }
    }

    static int paeth(int left, int up, int corner) {
        int byLeft = Math.abs(up - corner);
        int byUp = Math.abs(left - corner);
        int byCorner = Math.abs(left + up - 2 * corner);
        return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }

    private void undoTiff() {
        if (bits == 8) {
            for (int i = colours; i < rowBytes; i++) {
                row[i] += row[i - colours];
            }
        } else if (bits == 16) {
            for (int i = 2 * colours; i + 1 < rowBytes; i += 2) {
                int sum = word(i) + word(i - 2 * colours);
                row[i] = (byte) (sum >> 8);
                row[i + 1] = (byte) sum;
            }
        } else {
            undoSmall();
        }
    }

    private int word(int at) {
        return (row[at] & 0xFF) << 8 | row[at + 1] & 0xFF;
    }

    private void undoSmall() {
        int mask = (1 << bits) - 1;
        int samples = rowBytes * 8 / bits;
        int[] left = new int[colours];
        for (int i = 0; i < samples; i++) {
            int at = i * bits;
            int shift = 8 - bits - (at & 7);
            int value = (row[at >> 3] >> shift & mask) + left[i % colours] & mask;
            left[i % colours] = value;
            row[at >> 3] = (byte) (row[at >> 3] & ~(mask << shift) | value << shift);
        }
    }
}
