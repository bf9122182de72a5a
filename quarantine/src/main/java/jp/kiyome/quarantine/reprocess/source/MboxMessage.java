package jp.kiyome.quarantine.reprocess.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * A message of an mbox file as it was before it was put there: of lines that are {@code From } behind one or more {@code >} the
 * first {@code >} is dropped.
 */
final class MboxMessage extends InputStream {

    private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

    private final InputStream in;
    private long left;
    private boolean lineBegins = true;
    private long quotes;
    private int matched;
    private int behind = -1;
    private int given;

    /** @param in at the message's first byte */
    MboxMessage(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        if (quotes > 0) {
            quotes--;
            return '>';
        }
        if (given < matched) {
            return FROM[given++];
        }
        if (behind >= 0) {
            int one = behind;
            behind = -1;
            return one;
        }
        return lineBegins ? beginLine() : next();
    }

    /** Reads so far that it is known whether one is to be dropped; at most the quotes and five bytes are kept back. */
    private int beginLine() throws IOException {
        lineBegins = false;
        matched = 0;
        given = 0;
        int one = next();
        if (one != '>') {
            return one;
        }
        while (one == '>') {
            quotes++;
            one = next();
        }
        while (matched < FROM.length && one == FROM[matched]) {
            matched++;
            one = matched < FROM.length ? next() : -1;
        }
        if (matched == FROM.length) {
            quotes--;
        } else {
            behind = one;
        }
        return read();
    }

    private int next() throws IOException {
        if (left == 0) {
            return -1;
        }
        int one = in.read();
        left = one < 0 ? 0 : left - 1;
        lineBegins = one == '\n';
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int one = read();
            if (one < 0) {
                break;
            }
            target[offset + count++] = (byte) one;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
