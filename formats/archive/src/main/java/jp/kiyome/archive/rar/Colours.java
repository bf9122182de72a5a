package jp.kiyome.archive.rar;

/**
 * Pixels of three bytes, each told as the difference to what its neighbours let expect.
 *
 * @param width bytes of a row, or 0
 * @param first byte of a pixel from which on green was taken off red and blue
 */
record Colours(int width, int first) implements Filter {

    private static final int CHANNELS = 3;

    @Override
    public byte[] apply(byte[] bytes, long position) {
        byte[] turned = new byte[bytes.length];
        int from = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            int before = 0;
            for (int to = channel; to < turned.length; to += CHANNELS) {
                before = expected(turned, to - width, before) - bytes[from++] & 0xFF;
                turned[to] = (byte) before;
            }
        }
        for (int i = first; i < turned.length - 2; i += CHANNELS) {
            turned[i] += turned[i + 1];
            turned[i + 2] += turned[i + 1];
        }
        return turned;
    }

    /** The one of left, upper and upper left that is nearest to left + upper - upper left. */
    private static int expected(byte[] turned, int above, int left) {
        if (above < CHANNELS) {
            return left;
        }
        int upper = turned[above] & 0xFF;
        int corner = turned[above - CHANNELS] & 0xFF;
        int guess = left + upper - corner;
        int toLeft = Math.abs(guess - left);
        int toUpper = Math.abs(guess - upper);
        int toCorner = Math.abs(guess - corner);
        if (toLeft <= toUpper && toLeft <= toCorner) {
            return left;
        }
        return toUpper <= toCorner ? upper : corner;
    }
}
