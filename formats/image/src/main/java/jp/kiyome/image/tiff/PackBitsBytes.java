package jp.kiyome.image.tiff;

/** PackBits (TIFF 6.0 section 9). Not for sharing. */
final class PackBitsBytes implements StripBytes {

    private final StripInput in;
    private int literal;
    private int repeat;
    private byte repeated;

    PackBitsBytes(StripInput in) {
        this.in = in;
    }

    @Override
    public void read(byte[] into, int from, int length) {
        for (int at = from; at < from + length; ) {
            if (literal > 0) {
                int count = Math.min(literal, from + length - at);
                in.read(into, at, count);
                literal -= count;
                at += count;
            } else if (repeat > 0) {
                repeat--;
                into[at++] = repeated;
            } else {
                next();
            }
        }
    }

    private void next() {
        int code = (byte) in.u8();
        if (code >= 0) {
            literal = code + 1;
        } else if (code != -128) {
            repeat = 1 - code;
            repeated = (byte) in.u8();
        }
    }
}
