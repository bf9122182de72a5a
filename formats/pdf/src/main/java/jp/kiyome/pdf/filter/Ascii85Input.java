package jp.kiyome.pdf.filter;

import java.io.IOException;
import java.io.InputStream;

/** ASCII85Decode (ISO 32000-2, 7.4.3). */
final class Ascii85Input extends ChunkInput {

    private final InputStream in;
    private final StreamTrouble trouble;
    private boolean over;

    Ascii85Input(InputStream in, StreamTrouble trouble) {
        super(4);
        this.trouble = trouble;
        this.in = in;
    }

    @Override
    protected int fill() throws IOException {
        long value = 0;
        int digits = 0;
        while (digits < 5 && !over) {
            int c = in.read();
            if (c == 'z' && digits == 0) {
                return put(0, 4);
            }
            if (c < 0) {
                over = true;
            } else if (c == '~') {
                over = true;
                if (in.read() >= 0) {
                    trouble.behind(in);
                }
            } else if (c >= '!' && c <= 'u') {
                value = value * 85 + c - '!';
                digits++;
            }
        }
        if (digits < 2) {
            return 0;
        }
        for (int i = digits; i < 5; i++) {
            value = value * 85 + 84;
        }
        return put(value, digits - 1);
    }

    private int put(long value, int count) {
        for (int i = 0; i < 4; i++) {
            chunk[i] = (byte) (value >> 24 - 8 * i);
        }
        return count;
    }
}
