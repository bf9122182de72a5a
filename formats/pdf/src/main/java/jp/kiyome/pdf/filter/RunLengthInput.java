package jp.kiyome.pdf.filter;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** RunLengthDecode (ISO 32000-2, 7.4.5). */
final class RunLengthInput extends ChunkInput {

    private final InputStream in;
    private final StreamTrouble trouble;

    RunLengthInput(InputStream in, StreamTrouble trouble) {
        super(128);
        this.trouble = trouble;
        this.in = in;
    }

    @Override
    protected int fill() throws IOException {
        int length = in.read();
        if (length == 128) {
            trouble.behind(in);
            return 0;
        }
        if (length < 0) {
            return 0;
        }
        if (length < 128) {
            return Math.max(0, in.readNBytes(chunk, 0, length + 1));
        }
        int value = in.read();
        if (value < 0) {
            return 0;
        }
        Arrays.fill(chunk, 0, 257 - length, (byte) value);
        return 257 - length;
    }
}
