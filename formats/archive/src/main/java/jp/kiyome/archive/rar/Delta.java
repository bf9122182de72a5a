package jp.kiyome.archive.rar;

/**
 * Differences between neighbours, those of each channel together.
 *
 * @param channels 1 to 32
 */
record Delta(int channels) implements Filter {

    @Override
    public byte[] apply(byte[] bytes, long position) {
        byte[] turned = new byte[bytes.length];
        int from = 0;
        for (int channel = 0; channel < channels; channel++) {
            byte value = 0;
            for (int to = channel; to < turned.length; to += channels) {
                value -= bytes[from++];
                turned[to] = value;
            }
        }
        return turned;
    }
}
