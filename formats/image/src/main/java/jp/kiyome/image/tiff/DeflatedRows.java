package jp.kiyome.image.tiff;

import java.util.zip.Deflater;
import jp.kiyome.core.content.Sink;

/** Deflate (TIFF 6.0 supplement 2). Ends its deflater with the strip. Not for sharing. */
final class DeflatedRows implements StripWriter {

    private final Sink out;
    private final Deflater deflater = new Deflater();
    private final byte[] buffer = new byte[1 << 13];

    DeflatedRows(Sink out) {
        this.out = out;
    }

    @Override
    public void write(byte[] row, int length) {
        deflater.setInput(row, 0, length);
        while (!deflater.needsInput()) {
            drain();
        }
    }

    private void drain() {
        int count = deflater.deflate(buffer);
        out.write(buffer, 0, count);
    }

    @Override
    public void finish() {
        deflater.finish();
        while (!deflater.finished()) {
            drain();
        }
        deflater.close();
    }
}
