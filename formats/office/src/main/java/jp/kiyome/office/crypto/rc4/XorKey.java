package jp.kiyome.office.crypto.rc4;

import java.util.Optional;

/**
 * XOR obfuscation, which hides no more than its name says ([MS-OFFCRYPTO] 2.3.7). It is opened, never written. Immutable.
 *
 * <p>Passwords are taken unit by unit as one byte each, at most 15 of them (2.3.7.2).
 */
public final class XorKey {

    private static final int LENGTH = 16;
    private static final int MOST_CHARACTERS = 15;

    /** PadArray (2.3.7.2). */
    private static final int[] PAD = {
        0xBB, 0xFF, 0xFF, 0xBA, 0xFF, 0xFF, 0xB9, 0x80, 0x00, 0xBE, 0x0F, 0x00, 0xBF, 0x0F, 0x00
    };

    private final byte[] array;

    private XorKey(byte[] array) {
        this.array = array;
    }

    /**
     * The key of a workbook.
     *
     * @param key and verifier as FILEPASS has them ([MS-XLS] 2.4.117)
     * @return empty where the password is another
     */
    public static Optional<XorKey> ofWorkbook(String password, int key, int verifier) {
        return of(password, key, verifier, 2);
    }

    /**
     * The key of a document.
     *
     * @param verifier the field lKey of its FIB: key above, verifier below (2.3.7.4; [MS-DOC] 2.2.6.1)
     * @return empty where the password is another
     */
    public static Optional<XorKey> ofDocument(String password, int verifier) {
        return of(password, verifier >>> 16, verifier & 0xFFFF, 7);
    }

    private static Optional<XorKey> of(String password, int key, int verifier, int rotation) {
        byte[] bytes = bytes(password);
        boolean fits = bytes.length > 0 && password.length() <= MOST_CHARACTERS;
        return fits && key(bytes) == key && verifier(bytes) == verifier
                ? Optional.of(new XorKey(array(bytes, key, rotation)))
                : Optional.empty();
    }

    private static byte[] bytes(String password) {
        byte[] bytes = new byte[Math.min(password.length(), MOST_CHARACTERS)];
        for (int i = 0; i < bytes.length; i++) {
            char c = password.charAt(i);
            bytes[i] = (byte) ((c & 0xFF) != 0 ? c : c >> 8);
        }
        return bytes;
    }

    /** CreatePasswordVerifier_Method1 (2.3.7.1). */
    private static int verifier(byte[] password) {
        int hash = password.length ^ 0xCE4B;
        for (int i = 0; i < password.length; i++) {
            hash ^= rotated(password[i] & 0xFF, (i + 1) % 15, 15);
        }
        return hash;
    }

    /** CreateXorKey_Method1 (2.3.7.2), whose tables are what a shift register gives. */
    private static int key(byte[] password) {
        int key = 0;
        int base = 0x8000;
        int end = 0xFFFF;
        for (int i = password.length - 1; i >= 0; i--) {
            int bits = password[i] & 0x7F;
            for (int bit = 0; bit < 8; bit++) {
                base = shifted(base);
                end = shifted(end);
                key ^= (bits & 1) != 0 ? base : 0;
                bits >>= 1;
            }
        }
        return key ^ end;
    }

    private static int shifted(int register) {
        int next = rotated(register, 1, 16);
        return (next & 1) != 0 ? next ^ 0x1020 : next;
    }

    private static byte[] array(byte[] password, int key, int rotation) {
        byte[] array = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            int value = i < password.length ? password[i] & 0xFF : PAD[i - password.length];
            array[i] = (byte) rotated(value ^ ((i & 1) == 0 ? key : key >> 8) & 0xFF, rotation, 8);
        }
        return array;
    }

    private static int rotated(int value, int by, int width) {
        int mask = (1 << width) - 1;
        return (value << by | (value & mask) >> (width - by)) & mask;
    }

    /**
     * Opens part of a stream of a document in place: bytes that are zero, or would be, stand as they are (2.3.7.6).
     *
     * @param stream from its first byte
     */
    public void document(byte[] stream, int from, int to) {
        for (int i = from; i < to; i++) {
            byte open = (byte) (stream[i] ^ array[i % LENGTH]);
            if (stream[i] != 0 && open != 0) {
                stream[i] = open;
            }
        }
    }

    /**
     * Opens the data of a record of a workbook in place (2.3.7.3).
     *
     * @param from the first byte to open
     * @param start where in the key it begins: the place of the byte in the stream plus the size of the record, its header not
     *     counted ([MS-XLS] 2.2.10)
     */
    public void workbook(byte[] data, int from, int to, long start) {
        for (int i = from; i < to; i++) {
            int key = array[(int) ((start + i - from) % LENGTH)];
            data[i] = (byte) (rotated(data[i] & 0xFF, 3, 8) ^ key);
        }
    }
}
