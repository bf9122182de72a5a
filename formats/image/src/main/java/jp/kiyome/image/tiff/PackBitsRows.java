package jp.kiyome.image.tiff;

import jp.kiyome.core.content.Sink;

/** PackBits (TIFF 6.0 section 9): each row by itself. Not for sharing. */
final class PackBitsRows implements StripWriter {

    private static final int MAX_RUN = 128;

    private final Sink out;

    PackBitsRows(Sink out) {
        this.out = out;
    }

    @Override
    public void write(byte[] row, int length) {
        int at = 0;
        while (at < length) {
            int run = run(row, at, length);
            if (run > 1) {
                out.write(1 - run);
                out.write(row[at]);
                at += run;
            } else {
                int literal = literal(row, at, length);
                out.write(literal - 1);
                out.write(row, at, literal);
                at += literal;
            }
        }
    }

    private static int run(byte[] row, int at, int length) {
        int end = Math.min(length, at + MAX_RUN);
        int run = at + 1;
        while (run < end && row[run] == row[at]) {
            run++;
        }
        return run - at;
    }

    /** A literal lasts until three equal bytes follow each other: two would gain nothing. */
    private static int literal(byte[] row, int at, int length) {
        int end = Math.min(length, at + MAX_RUN);
        int next = at + 1;
        while (next < end && !(next + 2 < length && row[next] == row[next + 1] && row[next] == row[next + 2])) {
            next++;
        }
        return next - at;
    }

    @Override
    public void finish() {
        // nothing is held back
    }
}
