package jp.kiyome.container.xml;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A stream that gives few bytes at a time: as many as the sizes say, in turn. */
final class Drip extends InputStream {

    private final InputStream bytes;
    private final int[] sizes;
    private int turn;

    Drip(byte[] bytes, int... sizes) {
        this.bytes = new ByteArrayInputStream(bytes);
        this.sizes = sizes;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int most = Math.max(1, sizes[turn++ % sizes.length]);
        try {
            return bytes.read(target, offset, Math.min(most, length));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
