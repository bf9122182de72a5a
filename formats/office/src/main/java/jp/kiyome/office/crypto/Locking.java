package jp.kiyome.office.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Mac;
import jp.kiyome.container.cfb.NewEntry;
import jp.kiyome.container.cfb.WrittenCompound;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;

/**
 * Locks a package with a password, in one way only: agile encryption with AES-256 in CBC mode, SHA-512 and 100,000 rounds
 * ([MS-OFFCRYPTO] 2.3.4.10), as Office 2013 and later write it. The same package and password give the same bytes.
 */
final class Locking {

    static final int SPINS = 100_000;

    /** Bytes. */
    static final int KEY_SIZE = 32;

    private static final int SALT_SIZE = 16;
    private static final int VERIFIER_SIZE = 16;
    private static final int HMAC_KEY_SIZE = 64;

    private static final String ALGORITHMS = " blockSize=\"16\" keyBits=\"256\" hashSize=\"64\" cipherAlgorithm=\"AES\""
            + " cipherChaining=\"ChainingModeCBC\" hashAlgorithm=\"SHA512\" saltValue=\"";

    private final Content plain;
    private final String password;
    private final Session session;
    private final SyntheticSecrets secrets;
    private final byte[] keySalt;
    private final AgileCipher data;
    private final byte[] packageKey;

    private Locking(Content plain, String password, Session session) {
        this.plain = plain;
        this.password = password;
        this.session = session;
        this.secrets = new SyntheticSecrets(password, plain, session.budget());
        this.keySalt = secrets.value("salt of the data", SALT_SIZE);
        this.data = new AgileCipher(HashAlgorithm.SHA512, KEY_SIZE, Aes.CBC, keySalt);
        this.packageKey = secrets.value("key of the package", KEY_SIZE);
    }

    /** The whole file: what {@code plain} is locked in. */
    static Content lock(Content plain, String password, Session session) {
        return new Locking(plain, password, session).file();
    }

    private Content file() {
        Mac mac = HashAlgorithm.SHA512.mac(hmacKey());
        Content locked = locked(mac);
        NewEntry.Storage root = NewEntry.Storage.of(
                "",
                DataSpaces.storage(),
                new NewEntry.Stream(EncryptionInfo.NAME, HeapContent.of(info(mac.doFinal()))),
                new NewEntry.Stream(LockedPackage.NAME, locked));
        Sink file = session.scratch();
        WrittenCompound.write(root, file);
        return file.finish();
    }

    private byte[] hmacKey() {
        return secrets.value("key of the integrity", HMAC_KEY_SIZE);
    }

    /** The stream EncryptedPackage (2.3.4.4, 2.3.4.15); the last block is filled with zeros. */
    private Content locked(Mac mac) {
        Sink locked = session.scratch();
        byte[] size = ByteBuffer.allocate(LockedPackage.SIZE_FIELD)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(plain.size())
                .array();
        mac.update(size);
        locked.write(size, 0, size.length);
        int number = 0;
        for (long at = 0; at < plain.size(); at += LockedPackage.SEGMENT) {
            int length = (int) Math.min(LockedPackage.SEGMENT, plain.size() - at);
            byte[] segment = new byte[Aes.whole(length, LockedPackage.SEGMENT)];
            plain.copy(at, segment, 0, length);
            byte[] closed = data.closeSegment(packageKey, number++, segment, segment.length);
            mac.update(closed);
            locked.write(closed, 0, closed.length);
            if (number % 256 == 0) {
                session.budget().checkTime();
            }
        }
        return locked.finish();
    }

    /** The stream EncryptionInfo (2.3.4.10). */
    private byte[] info(byte[] mac) {
        byte[] keysSalt = secrets.value("salt of the password", SALT_SIZE);
        AgileCipher keys = new AgileCipher(HashAlgorithm.SHA512, KEY_SIZE, Aes.CBC, keysSalt);
        byte[] hash = keys.passwordHash(password, SPINS, session.budget());
        byte[] verifier = secrets.value("verifier", VERIFIER_SIZE);
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
                + "<encryption xmlns=\"http://schemas.microsoft.com/office/2006/encryption\""
                + " xmlns:p=\"http://schemas.microsoft.com/office/2006/keyEncryptor/password\">"
                + "<keyData saltSize=\"16\"" + ALGORITHMS + base64(keySalt) + "\"/>"
                + "<dataIntegrity encryptedHmacKey=\""
                + base64(data.closeWith(packageKey, AgileCipher.Use.HMAC_KEY, hmacKey()))
                + "\" encryptedHmacValue=\""
                + base64(data.closeWith(packageKey, AgileCipher.Use.HMAC_VALUE, mac)) + "\"/>"
                + "<keyEncryptors><keyEncryptor uri=\"http://schemas.microsoft.com/office/2006/keyEncryptor/password\">"
                + "<p:encryptedKey spinCount=\"" + SPINS + "\" saltSize=\"16\"" + ALGORITHMS + base64(keysSalt)
                + "\" encryptedVerifierHashInput=\""
                + base64(keys.close(hash, AgileCipher.Use.VERIFIER_INPUT, verifier))
                + "\" encryptedVerifierHashValue=\""
                + base64(keys.close(hash, AgileCipher.Use.VERIFIER_HASH, HashAlgorithm.SHA512.hash(verifier)))
                + "\" encryptedKeyValue=\""
                + base64(keys.close(hash, AgileCipher.Use.KEY_VALUE, packageKey))
                + "\"/></keyEncryptor></keyEncryptors></encryption>";
        byte[] text = xml.getBytes(StandardCharsets.US_ASCII);
        // Version 4.4, and the flag that says agile.
        return ByteBuffer.allocate(8 + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 4)
                .putShort((short) 4)
                .putInt(0x40)
                .put(text)
                .array();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
