package jp.kiyome.pdf.filter;

import java.io.IOException;
import java.io.InputStream;

/** LZWDecode (ISO 32000-2, 7.4.4.2). */
final class LzwInput extends ChunkInput {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int MOST = 4096;

    private final InputStream in;
    private final int early;
    private final StreamTrouble trouble;
    private final int[] prefix = new int[MOST];
    private final byte[] last = new byte[MOST];
    private final int[] length = new int[MOST];
    private int next = END + 1;
    private int previous = -1;
    private int bits;
    private int held;

    LzwInput(InputStream in, boolean earlyChange, StreamTrouble trouble) {
        super(MOST + 1);
        this.in = in;
        this.early = earlyChange ? 1 : 0;
        this.trouble = trouble;
        for (int i = 0; i < 256; i++) {
            last[i] = (byte) i;
            length[i] = 1;
        }
    }

    @Override
    protected int fill() throws IOException {
        while (true) {
            int code = code();
            if (code == CLEAR) {
                next = END + 1;
                previous = -1;
                continue;
            }
            if (code == END) {
                trouble.behind(in);
                return 0;
            }
            if (code < 0) {
                return 0;
            }
            if (code > next || previous < 0 && code > 255 || code == next && next >= MOST) {
                trouble.damaged();
                return 0;
            }
            return emit(code);
        }
    }

    private int emit(int code) {
        int size;
        if (code < next) {
            size = spell(code);
            add(chunk[0]);
        } else {
            size = spell(previous);
            chunk[size] = chunk[0];
            add(chunk[0]);
            size++;
        }
        previous = code;
        return size;
    }

    private int spell(int code) {
        int size = length[code];
        int at = size;
        for (int c = code; at > 0; c = prefix[c]) {
            chunk[--at] = last[c];
        }
        return size;
    }

    private void add(byte first) {
        if (previous >= 0 && next < MOST) {
            prefix[next] = previous;
            last[next] = first;
            length[next] = length[previous] + 1;
            next++;
        }
    }

    private int code() throws IOException {
        int width = next + early >= 2048 ? 12 : next + early >= 1024 ? 11 : next + early >= 512 ? 10 : 9;
        while (bits < width) {
            int c = in.read();
            if (c < 0) {
                return -1;
            }
            held = held << 8 | c;
            bits += 8;
        }
        bits -= width;
        int code = held >>> bits & (1 << width) - 1;
        held &= (1 << bits) - 1;
        return code;
    }
}
