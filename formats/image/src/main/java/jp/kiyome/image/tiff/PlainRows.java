package jp.kiyome.image.tiff;

import jp.kiyome.core.content.Sink;

/** Rows as they are. Not for sharing. */
final class PlainRows implements StripWriter {

    private final Sink out;

    PlainRows(Sink out) {
        this.out = out;
    }

    @Override
    public void write(byte[] row, int length) {
        out.write(row, 0, length);
    }

    @Override
    public void finish() {
        // nothing is held back
    }
}
