package jp.kiyome.pdf.filter;

import java.io.IOException;
import java.io.InputStream;

/** ASCIIHexDecode (ISO 32000-2, 7.4.2). */
final class HexInput extends ChunkInput {

    private final InputStream in;
    private final StreamTrouble trouble;
    private boolean over;

    HexInput(InputStream in, StreamTrouble trouble) {
        super(1 << 10);
        this.trouble = trouble;
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
        while (!over) {
            int c = in.read();
            int digit = Character.digit(c, 16);
            if (digit >= 0 && c < 128) {
                return digit;
            }
            over = c < 0 || c == '>';
            if (c == '>') {
                trouble.behind(in);
            }
        }
        return -1;
    }
}
