package jp.kiyome.archive.lha;

import java.util.zip.Checksum;

/** The CRC of LHA: polynomial x^16 + x^15 + x^2 + 1, the lowest bit first, starting from zero. Not thread-safe. */
final class Crc16 implements Checksum {

    private static final int POLYNOMIAL = 0xA001;
    private static final int[] TABLE = new int[256];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            int value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : value >>> 1 ^ POLYNOMIAL;
            }
            TABLE[i] = value;
        }
    }

    private int value;

    /** Of these bytes. */
    static int of(byte[] bytes) {
        Crc16 crc = new Crc16();
        crc.update(bytes, 0, bytes.length);
        return crc.value;
    }

    @Override
    public void update(int octet) {
        value = value >>> 8 ^ TABLE[(value ^ octet) & 0xFF];
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        int crc = value;
        for (int i = offset; i < offset + length; i++) {
            crc = crc >>> 8 ^ TABLE[(crc ^ bytes[i]) & 0xFF];
        }
        value = crc;
    }

    @Override
    public long getValue() {
        return value;
    }

    @Override
    public void reset() {
        value = 0;
    }
}
