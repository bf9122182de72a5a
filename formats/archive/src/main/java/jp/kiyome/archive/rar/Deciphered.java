package jp.kiyome.archive.rar;

import java.io.InputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES in a chain of blocks (CBC) without padding. */
final class Deciphered {

    static final int BLOCK = 16;

    private Deciphered() {}

    static InputStream stream(InputStream in, byte[] key, byte[] start) {
        return new CipherInputStream(in, cipher(key, start));
    }

    static Cipher cipher(byte[] key, byte[] start) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
