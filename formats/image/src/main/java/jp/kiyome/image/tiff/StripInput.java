package jp.kiyome.image.tiff;

import jp.kiyome.image.stream.ByteReader;

/** The compressed bytes of one strip or tile, bits turned where FillOrder says so. Not for sharing. */
final class StripInput {

    private final ByteReader in;
    private final boolean reversed;

    StripInput(ByteReader in, boolean reversed) {
        this.in = in;
        this.reversed = reversed;
    }

    long remaining() {
        return in.remaining();
    }

    int u8() {
        int value = in.u8();
        return reversed ? Integer.reverse(value) >>> 24 : value;
    }

    void read(byte[] into, int from, int length) {
        in.read(into, from, length);
        if (reversed) {
            for (int i = from; i < from + length; i++) {
                into[i] = (byte) (Integer.reverse(into[i]) >>> 24);
            }
        }
    }
}
