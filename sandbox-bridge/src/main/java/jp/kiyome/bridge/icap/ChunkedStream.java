package jp.kiyome.bridge.icap;

import java.io.IOException;
import java.io.InputStream;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.text.Ascii;

/** A body in chunks (RFC 9112 §7.1), without trailers. Never ends silently before its last chunk. */
final class ChunkedStream extends InputStream {

    private static final int MOST_SIZE_DIGITS = 8;

    private final InputStream in;
    private final HeadReader lines;
    private long left;
    private boolean first = true;
    private boolean ended;

    ChunkedStream(InputStream in) {
        this.in = in;
        this.lines = new HeadReader(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0 && !ended) {
            next();
        }
        if (ended) {
            return -1;
        }
        int read = in.read(target, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new Unanswered(WhyNotScanned.PROTOCOL, "a body without an end");
        }
        left -= read;
        return read;
    }

    private void next() throws IOException {
        if (!first && !lines.line(false).isEmpty()) {
            throw new Unanswered(WhyNotScanned.PROTOCOL, "a chunk longer than it says");
        }
        first = false;
        left = size(lines.line(false));
        if (left == 0) {
            ended = true;
            if (!lines.line(false).isEmpty()) {
                throw new Unanswered(WhyNotScanned.PROTOCOL, "trailers");
            }
        }
    }

    private static long size(String line) {
        int semicolon = line.indexOf(';');
        String digits = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
        if (digits.isEmpty()
                || digits.length() > MOST_SIZE_DIGITS
                || !digits.chars().allMatch(Ascii::isHexDigit)) {
            throw new Unanswered(WhyNotScanned.PROTOCOL, "not the size of a chunk: " + line);
        }
        return Long.parseLong(digits, 16);
    }
}
