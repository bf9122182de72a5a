package jp.kiyome.pdf.filter;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** FlateDecode (ISO 32000-2, 7.4.4). Data that ends early or breaks off counts as far as it goes, as readers have it. */
final class FlateInput extends ChunkInput {

    private static final int SIZE = 1 << 13;

    private final InputStream in;
    private final Runnable damaged;
    private final Inflater inflater = new Inflater();
    private final byte[] input = new byte[SIZE];
    private boolean over;

    FlateInput(InputStream in, Runnable damaged) {
        super(SIZE);
        this.in = in;
        this.damaged = damaged;
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
                damaged.run();
                break;
            }
            if (inflater.finished() || inflater.needsDictionary()) {
                break;
            }
            int read = in.read(input, 0, input.length);
            if (read < 0) {
                damaged.run();
                break;
            }
            inflater.setInput(input, 0, read);
        }
        end();
        return 0;
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
