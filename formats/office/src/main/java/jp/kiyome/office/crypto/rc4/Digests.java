package jp.kiyome.office.crypto.rc4;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** The hash functions that the format prescribes; what they are worth today does not matter for opening. */
final class Digests {

    private Digests() {}

    static byte[] md5(byte[]... parts) {
        return hash("MD5", parts);
    }

    static byte[] sha1(byte[]... parts) {
        return hash("SHA-1", parts);
    }

    private static byte[] hash(String name, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(name);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
    }

    /** Unit by unit: an encoder would put something else for half a pair. */
    static byte[] utf16(String password) {
        byte[] bytes = new byte[password.length() * 2];
        for (int i = 0; i < password.length(); i++) {
            bytes[2 * i] = (byte) password.charAt(i);
            bytes[2 * i + 1] = (byte) (password.charAt(i) >> 8);
        }
        return bytes;
    }
}
