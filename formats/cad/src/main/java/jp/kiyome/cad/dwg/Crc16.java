package jp.kiyome.cad.dwg;

/** The check sum of drawings (Open Design Specification for .dwg files, 2.14.1): polynomial A001, lowest bit first. Stateless. */
final class Crc16 {

    /** Where sections and objects begin. */
    static final int SEED = 0xC0C1;

    private static final int[] TABLE = table();

    private Crc16() {}

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) != 0 ? value >>> 1 ^ 0xA001 : value >>> 1;
            }
            table[i] = value;
        }
        return table;
    }

    static int of(byte[] bytes, int seed) {
        int crc = seed;
        for (byte b : bytes) {
            crc = TABLE[(b ^ crc) & 0xFF] ^ crc >>> 8;
        }
        return crc;
    }
}
