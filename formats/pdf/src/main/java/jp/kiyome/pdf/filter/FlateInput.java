package jp.kiyome.pdf.filter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** FlateDecode (ISO 32000-2, 7.4.4). Data that ends early or breaks off counts as far as it goes, as readers have it. */
final class FlateInput extends ChunkInput {

    private static final int SIZE = 1 << 13;

    private final InputStream in;
    private final StreamTrouble trouble;
    private final Inflater inflater = new Inflater();
    private final byte[] input = new byte[SIZE];
    private int held;
    private boolean over;

    FlateInput(InputStream in, StreamTrouble trouble) {
        super(SIZE);
        this.in = in;
        this.trouble = trouble;
    }

    @Override
    protected int fill() throws IOException {
        while (!over) {
            try {
                int length = inflater.inflate(chunk, 0, chunk.length);
                if (length > 0) {
                    return length;
                }
            } catch (DataFormatException broken) {
                trouble.damaged();
                break;
            }
            if (inflater.finished()) {
                trouble.behind(left());
                break;
            }
            if (inflater.needsDictionary()) {
                trouble.damaged();
                break;
            }
            int read = in.read(input, 0, input.length);
            if (read < 0) {
                trouble.damaged();
                break;
            }
            held = read;
            inflater.setInput(input, 0, read);
        }
        end();
        return 0;
    }

    private InputStream left() {
        int count = inflater.getRemaining();
        return new SequenceInputStream(new ByteArrayInputStream(input, held - count, count), in);
    }

    private void end() {
        if (!over) {
            over = true;
            inflater.end();
        }
    }

    @Override
    public void close() {
        end();
    }
}
