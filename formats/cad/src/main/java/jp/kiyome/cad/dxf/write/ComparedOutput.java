package jp.kiyome.cad.dxf.write;

import java.io.OutputStream;
import java.util.Arrays;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.OutputNotClean;

/** Takes what a rebuild writes and demands that it is what stands there already. Not thread-safe. */
public final class ComparedOutput extends OutputStream {

    private final Content content;
    private final byte[] buffer = new byte[1 << 13];
    private long position;

    public ComparedOutput(Content content) {
        this.content = content;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length) {
            int piece = Math.min(buffer.length, length - done);
            if (piece > content.size() - position) {
                throw new OutputNotClean("the output ends at " + content.size());
            }
            content.copy(position, buffer, 0, piece);
            int from = offset + done;
            if (!Arrays.equals(buffer, 0, piece, bytes, from, from + piece)) {
                throw new OutputNotClean("the output differs behind byte " + position);
            }
            position += piece;
            done += piece;
        }
    }

    /** Ends the comparison. */
    public void end() {
        if (position != content.size()) {
            throw new OutputNotClean("the output goes on behind byte " + position);
        }
    }
}
