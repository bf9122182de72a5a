package jp.kiyome.office.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hash functions that EncryptionInfo may name ([MS-OFFCRYPTO] 2.3.4.10) and that still are worth the name. */
enum HashAlgorithm {
    SHA1("SHA-1", 20),
    SHA256("SHA-256", 32),
    SHA384("SHA-384", 48),
    SHA512("SHA-512", 64);

    private final String javaName;
    private final int size;

    HashAlgorithm(String javaName, int size) {
        this.javaName = javaName;
        this.size = size;
    }

    /** By the name in EncryptionInfo, with or without a hyphen. */
    static Optional<HashAlgorithm> of(String name) {
        return Arrays.stream(values())
                .filter(hash -> hash.name().equals(name) || hash.javaName.equals(name))
                .findFirst();
    }

    /** Bytes of a hash. */
    int size() {
        return size;
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(javaName);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + javaName, e);
        }
    }

    byte[] hash(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("Hmac" + name());
            mac.init(new SecretKeySpec(key, "RAW"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with " + javaName, e);
        }
    }
}
