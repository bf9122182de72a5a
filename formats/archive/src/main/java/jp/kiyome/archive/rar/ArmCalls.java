package jp.kiyome.archive.rar;

/** Targets of ARM's branch-with-link (condition "always"), absolute where the program has them relative. */
record ArmCalls() implements Filter {

    private static final int BRANCH = 0xEB;

    @Override
    public byte[] apply(byte[] bytes, long position) {
        for (int i = 0; i + 3 < bytes.length; i += 4) {
            if ((bytes[i + 3] & 0xFF) == BRANCH) {
                int target = bytes[i] & 0xFF | (bytes[i + 1] & 0xFF) << 8 | (bytes[i + 2] & 0xFF) << 16;
                target -= (int) (position + i >>> 2);
                bytes[i] = (byte) target;
                bytes[i + 1] = (byte) (target >>> 8);
                bytes[i + 2] = (byte) (target >>> 16);
            }
        }
        return bytes;
    }
}
