package jp.kiyome.pdf.filter;

import java.io.IOException;
import java.io.InputStream;

/** ASCIIHexDecode (ISO 32000-2, 7.4.2). */
final class HexInput extends ChunkInput {

    private final InputStream in;

    HexInput(InputStream in) {
        super(1 << 10);
        this.in = in;
    }

    @Override
    protected int fill() throws IOException {
        int length = 0;
        while (length < chunk.length) {
            int high = digit();
            if (high < 0) {
                break;
            }
            int low = digit();
            chunk[length++] = (byte) (high << 4 | Math.max(0, low));
            if (low < 0) {
                break;
            }
        }
        return length;
    }

    private int digit() throws IOException {
        for (int c = in.read(); c >= 0 && c != '>'; c = in.read()) {
            int digit = Character.digit(c, 16);
            if (digit >= 0 && c < 128) {
                return digit;
            }
        }
        return -1;
    }
}
