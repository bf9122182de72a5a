package jp.kiyome.office.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jp.kiyome.core.finding.Refusal;

/** AES in the modes of [MS-OFFCRYPTO], never with padding. Bytes that are no whole number of blocks are refused. */
enum Aes {
    ECB("AES/ECB/NoPadding"),
    CBC("AES/CBC/NoPadding"),
    /** "With an 8-bit window" (2.3.4.10). */
    CFB("AES/CFB8/NoPadding");

    static final int BLOCK = 16;

    private final String transformation;

    Aes(String transformation) {
        this.transformation = transformation;
    }

    /** The length of the blocks that {@code used} bytes stand in, of {@code there} bytes. */
    static int whole(int used, int there) {
        return Math.min(there, (used + BLOCK - 1) / BLOCK * BLOCK);
    }

    byte[] decrypt(byte[] key, byte[] iv, byte[] data) {
        return run(Cipher.DECRYPT_MODE, key, iv, data, data.length);
    }

    byte[] decrypt(byte[] key, byte[] iv, byte[] data, int length) {
        return run(Cipher.DECRYPT_MODE, key, iv, data, length);
    }

    byte[] encrypt(byte[] key, byte[] iv, byte[] data, int length) {
        return run(Cipher.ENCRYPT_MODE, key, iv, data, length);
    }

    private byte[] run(int mode, byte[] key, byte[] iv, byte[] data, int length) {
        if (this != CFB && length % BLOCK != 0) {
            throw Refusal.of("crypto.package", length + " bytes are no whole number of blocks");
        }
        try {
            Cipher cipher = Cipher.getInstance(transformation);
            SecretKeySpec secret = new SecretKeySpec(key, "AES");
            if (this == ECB) {
                cipher.init(mode, secret);
            } else {
                cipher.init(mode, secret, new IvParameterSpec(iv));
            }
            return cipher.doFinal(data, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + transformation, e);
        }
    }
}
