package jp.kiyome.archive.zip;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;

/** Traditional PKWARE decryption (APPNOTE 6.1). Only read: it is broken, and nothing is locked with it again. */
final class ZipCrypto {

    /** Random bytes before the data (APPNOTE 6.1.3). */
    static final int HEADER = 12;

    private static final int[] TABLE = table();
    private static final int BUFFER = 1 << 16;

    private int key0 = 0x12345678;
    private int key1 = 0x23456789;
    private int key2 = 0x34567890;

    ZipCrypto(byte[] password) {
        for (byte b : password) {
            update(b);
        }
    }

    /**
     * Decrypts a member.
     *
     * @param check what the last byte of the header must be
     * @return false when the password is another
     */
    boolean decrypt(Content data, int check, Sink plain) {
        byte[] buffer = new byte[BUFFER];
        data.copy(0, buffer, 0, HEADER);
        run(buffer, HEADER);
        if ((buffer[HEADER - 1] & 0xFF) != check) {
            return false;
        }
        for (long at = HEADER; at < data.size(); at += BUFFER) {
            int length = (int) Math.min(BUFFER, data.size() - at);
            data.copy(at, buffer, 0, length);
            run(buffer, length);
            plain.write(buffer, 0, length);
        }
        return true;
    }

    private void run(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int temp = key2 | 2;
            bytes[i] ^= (byte) ((temp * (temp ^ 1) & 0xFFFF) >>> 8);
            update(bytes[i]);
        }
    }

    private void update(byte plain) {
        key0 = crc(key0, plain);
        key1 = (key1 + (key0 & 0xFF)) * 134775813 + 1;
        key2 = crc(key2, (byte) (key1 >>> 24));
    }

    private static int crc(int crc, byte value) {
        return crc >>> 8 ^ TABLE[(crc ^ value) & 0xFF];
    }

    /** Of the CRC-32 that the keys are stirred with (APPNOTE 6.1.5), for the platform's has no such register. */
    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = value >>> 1 ^ ((value & 1) != 0 ? 0xEDB88320 : 0);
            }
            table[i] = value;
        }
        return table;
    }
}
