package jp.kiyome.testcorpus.picture;

import java.util.Arrays;
import jp.kiyome.testcorpus.zip.Bytes;

/** JPEG (ITU-T T.81 annex B), with more marker segments than it needs. */
public final class Jpeg {

    private static final int SOI = 2;

    private final Bytes segments = new Bytes();
    private byte[] trailer = {};

    /** A segment behind the start of the image; {@code marker} is the byte behind 0xFF. */
    public Jpeg segment(int marker, byte[] data) {
        segments.octets(0xFF, marker).bigEndian16(data.length + 2).raw(data);
        return this;
    }

    /** Bytes behind the end of the image. */
    public Jpeg trailer(byte[] bytes) {
        trailer = bytes;
        return this;
    }

    public byte[] bytes() {
        byte[] plain = Drawn.as("jpeg");
        return new Bytes()
                .raw(Arrays.copyOf(plain, SOI))
                .raw(segments.toArray())
                .raw(Arrays.copyOfRange(plain, SOI, plain.length))
                .raw(trailer)
                .toArray();
    }
}
