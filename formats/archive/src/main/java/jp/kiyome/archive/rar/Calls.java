package jp.kiyome.archive.rar;

/**
 * Targets of x86 calls, absolute where the program has them relative.
 *
 * @param jumps whether those of jumps (0xE9) are too
 * @param wraps whether places are counted anew after 16 MiB, as in RAR 5
 */
record Calls(boolean jumps, boolean wraps) implements Filter {

    /** Programs are taken to be this large. */
    private static final int SPAN = 1 << 24;

    private static final int CALL = 0xE8;
    private static final int JUMP = 0xE9;

    @Override
    public byte[] apply(byte[] bytes, long position) {
        for (int i = 0; i < bytes.length - 4; i++) {
            int octet = bytes[i] & 0xFF;
            if (octet == CALL || jumps && octet == JUMP) {
                int here = (int) (position + i + 1);
                turn(bytes, i + 1, wraps ? here & SPAN - 1 : here);
                i += 4;
            }
        }
        return bytes;
    }

    private static void turn(byte[] bytes, int at, int here) {
        int target = bytes[at] & 0xFF
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
        if (target < 0) {
            if (target + here < 0) {
                return;
            }
            target += SPAN;
        } else if (target < SPAN) {
            target -= here;
        } else {
            return;
        }
        bytes[at] = (byte) target;
        bytes[at + 1] = (byte) (target >>> 8);
        bytes[at + 2] = (byte) (target >>> 16);
        bytes[at + 3] = (byte) (target >>> 24);
    }
}
