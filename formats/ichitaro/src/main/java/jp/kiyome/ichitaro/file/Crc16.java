package jp.kiyome.ichitaro.file;

/** The check of LHA members: CRC-16 with the polynomial A001, lowest bit first, from zero. Not thread-safe. */
final class Crc16 {

    private static final int[] TABLE = table();

    private int value;

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xA001;
            }
            table[i] = crc;
        }
        return table;
    }

    void update(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            value = TABLE[(value ^ bytes[i]) & 0xFF] ^ value >> 8;
        }
    }

    int value() {
        return value;
    }
}
