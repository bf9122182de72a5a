package jp.kiyome.testcorpus.word;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import jp.kiyome.testcorpus.zip.Bytes;

/** Ways to lock a document ([MS-DOC] 2.2.6). */
sealed interface WordLock {

    /** Bits of the FIB. */
    int flags();

    /** The field lKey of the FIB. */
    long key();

    /** What stands before the table stream. */
    byte[] header();

    /** Locks a stream in place from a byte on. */
    void apply(byte[] stream, int from);

    /** RC4 with a key of 40 bits ([MS-OFFCRYPTO] 2.3.6), by the cipher of the platform. */
    record Rc4(String password) implements WordLock {

        private static final byte[] SALT = "sixteen of salt!".getBytes(StandardCharsets.US_ASCII);
        private static final byte[] VERIFIER = "and of verifier!".getBytes(StandardCharsets.US_ASCII);

        @Override
        public int flags() {
            return 0x0100;
        }

        @Override
        public long key() {
            return header().length;
        }

        @Override
        public byte[] header() {
            byte[] both = new Bytes().raw(VERIFIER).raw(md5(VERIFIER)).toArray();
            return new Bytes().u16(1).u16(1).raw(SALT).raw(locked(both, 0)).toArray();
        }

        @Override
        public void apply(byte[] stream, int from) {
            for (int block = 0; block * 512 < stream.length; block++) {
                int end = Math.min(stream.length, (block + 1) * 512);
                byte[] locked = locked(Arrays.copyOfRange(stream, block * 512, end), block);
                int first = Math.max(from, block * 512);
                if (first < end) {
                    System.arraycopy(locked, first - block * 512, stream, first, end - first);
                }
            }
        }

        private byte[] locked(byte[] bytes, int block) {
            try {
                byte[] secret = Arrays.copyOf(md5(password.getBytes(StandardCharsets.UTF_16LE)), 5);
                Bytes repeated = new Bytes();
                for (int i = 0; i < 16; i++) {
                    repeated.raw(secret).raw(SALT);
                }
                byte[] base = Arrays.copyOf(md5(repeated.toArray()), 5);
                byte[] key = md5(new Bytes().raw(base).u32(block).toArray());
                Cipher cipher = Cipher.getInstance("ARCFOUR");
                cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ARCFOUR"));
                return cipher.doFinal(bytes);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static byte[] md5(byte[] bytes) {
            try {
                return MessageDigest.getInstance("MD5").digest(bytes);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * XOR with a key that repeats ([MS-OFFCRYPTO] 2.3.7).
     *
     * @param verifier of the password: key above, hash below
     */
    record Xor(String password, long verifier) implements WordLock {

        private static final int[] PAD = {187, 255, 255, 186, 255, 255, 185, 128, 0, 190, 15, 0, 191, 15, 0};

        /** "Secret", with its verifier by another implementation. */
        static Xor ofSecret() {
            return new Xor("Secret", SECRET_VERIFIER);
        }

        private static final long SECRET_VERIFIER = 0x3445DAE7L;

        @Override
        public int flags() {
            return 0x8100;
        }

        @Override
        public long key() {
            return verifier;
        }

        @Override
        public byte[] header() {
            return new byte[0];
        }

        @Override
        public void apply(byte[] stream, int from) {
            for (int i = from; i < stream.length; i++) {
                int at = i % 16;
                int plain = at < password.length() ? password.charAt(at) : PAD[at - password.length()];
                int mixed = plain ^ (int) (verifier >> (at % 2 == 0 ? 16 : 24)) & 0xFF;
                byte key = (byte) (mixed << 7 | mixed >> 1);
                if (stream[i] != 0 && stream[i] != key) {
                    stream[i] ^= key;
                }
            }
        }
    }
}
