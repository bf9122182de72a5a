package jp.kiyome.archive.rar;

/** Targets of Itanium's branches, absolute where the program has them relative: bundles of three instructions of 41 bits. */
record Itanium() implements Filter {

    private static final int BUNDLE = 16;
    private static final int TAIL = 21;

    /** Which of the three may be a branch, by the template of the bundle. */
    private static final int[] BRANCHES = {4, 4, 6, 6, 0, 0, 7, 7, 4, 4, 0, 0, 4, 4, 0, 0};

    @Override
    public byte[] apply(byte[] bytes, long position) {
        int bundle = (int) (position >>> 4);
        for (int at = 0; at < bytes.length - TAIL; at += BUNDLE, bundle++) {
            int template = (bytes[at] & 0x1F) - 0x10;
            if (template < 0) {
                continue;
            }
            for (int slot = 0; slot < 3; slot++) {
                int bit = at * 8 + slot * 41 + 5;
                if ((BRANCHES[template] >>> slot & 1) != 0 && bits(bytes, bit + 37, 4) == 5) {
                    set(bytes, bit + 13, 20, bits(bytes, bit + 13, 20) - bundle);
                }
            }
        }
        return bytes;
    }

    private static int bits(byte[] bytes, int from, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value |= (bytes[from + i >> 3] >>> (from + i & 7) & 1) << i;
        }
        return value;
    }

    private static void set(byte[] bytes, int from, int count, int value) {
        for (int i = 0; i < count; i++) {
            int mask = 1 << (from + i & 7);
            int octet = bytes[from + i >> 3];
            bytes[from + i >> 3] = (byte) ((value >>> i & 1) == 0 ? octet & ~mask : octet | mask);
        }
    }
}
