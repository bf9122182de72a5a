package jp.kiyome.office.record;

/** Numbers of bytes, the lowest first. Reading or writing outside throws {@link IndexOutOfBoundsException}. */
public final class Numbers {

    private Numbers() {}

    public static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    public static int u16(byte[] bytes, int at) {
        return u8(bytes, at) | u8(bytes, at + 1) << 8;
    }

    public static int i32(byte[] bytes, int at) {
        return u16(bytes, at) | u16(bytes, at + 2) << 16;
    }

    public static long u32(byte[] bytes, int at) {
        return Integer.toUnsignedLong(i32(bytes, at));
    }

    /** A number of 1, 2 or 4 bytes; below 4 without a sign. */
    public static int number(byte[] bytes, int at, int width) {
        return switch (width) {
            case 1 -> u8(bytes, at);
            case 2 -> u16(bytes, at);
            default -> i32(bytes, at);
        };
    }

    /** Writes the lowest {@code width} bytes of a number. */
    public static void put(byte[] bytes, int at, int width, int value) {
        for (int i = 0; i < width; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
    }
}
