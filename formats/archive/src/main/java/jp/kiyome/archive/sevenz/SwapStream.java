package jp.kiyome.archive.sevenz;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Turns the bytes of every whole word around; fewer bytes at the end stay as they are. */
final class SwapStream extends FilterInputStream {

    private final byte[] word;
    private int at;
    private int filled;

    SwapStream(InputStream in, int size) {
        super(in);
        word = new byte[size];
    }

    @Override
    public int read() throws IOException {
        if (at == filled) {
            filled = in.readNBytes(word, 0, word.length);
            at = 0;
            for (int i = 0; filled == word.length && i < filled / 2; i++) {
                byte one = word[i];
                word[i] = word[filled - 1 - i];
                word[filled - 1 - i] = one;
            }
        }
        return at < filled ? word[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = 0;
        int value = 0;
        while (count < length && (value = read()) >= 0) {
            bytes[offset + count++] = (byte) value;
        }
        return count == 0 && length > 0 ? -1 : count;
    }
}
