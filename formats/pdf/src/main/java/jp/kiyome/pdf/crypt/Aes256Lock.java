package jp.kiyome.pdf.crypt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.write.Encryptor;

/**
 * Locks a file with AES-256 (ISO 32000-2, 7.6.4, revision 6). Keys, salts and initialisation vectors are made from the password and
 * the file to be locked, hashed slowly, instead of drawn by lot: docs/adr/0003-deterministic-encryption.md says why nothing is lost
 * by it. Not thread-safe.
 */
public final class Aes256Lock implements Encryptor {

    private static final String DOMAIN = "kiyome pdf 1: ";
    private static final int ROUNDS = 100_000;
    private static final int EVERYTHING_ALLOWED = -4;

    private final Mac mac;
    private final byte[] key;
    private final Cos.Dict dictionary;
    private long vectors;

    /** Takes {@code plain}: the file as it would be written unlocked */
    public Aes256Lock(String password, Content plain, Budget budget) {
        this.mac = mac(password, hash(plain, budget));
        this.key = value("key", 32);
        byte[] utf8 = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        this.dictionary = dictionary(Arrays.copyOf(utf8, Math.min(127, utf8.length)));
    }

    @Override
    public Cos.Dict dictionary() {
        return dictionary;
    }

    @Override
    public Cos.Arr id() {
        Cos.Str id = Cos.Str.of(value("id", 16));
        return Cos.Arr.of(id, id);
    }

    @Override
    public Cos.Str string(int number, Cos.Str string) {
        return Cos.Str.of(stream(number, string.toBytes()));
    }

    @Override
    public byte[] stream(int number, byte[] data) {
        byte[] iv = value("vector " + vectors++, Primitives.BLOCK);
        int padding = Primitives.BLOCK - data.length % Primitives.BLOCK;
        byte[] padded = Arrays.copyOf(data, data.length + padding);
        Arrays.fill(padded, data.length, padded.length, (byte) padding);
        byte[] locked = Primitives.cbc(Cipher.ENCRYPT_MODE, key, iv, padded);
        byte[] all = Arrays.copyOf(iv, iv.length + locked.length);
        System.arraycopy(locked, 0, all, iv.length, locked.length);
        return all;
    }

    /** Algorithms 8, 9 and 10. The owner's password is nobody's: whoever can open the file may do everything with it. */
    private Cos.Dict dictionary(byte[] user) {
        byte[] none = new byte[0];
        byte[] userSalts = value("user salts", 16);
        byte[] u = joined(HardenedHash.of(6, user, Arrays.copyOf(userSalts, 8), none), userSalts);
        byte[] ue = wrapped(HardenedHash.of(6, user, Arrays.copyOfRange(userSalts, 8, 16), none));
        byte[] owner = value("owner", 32);
        byte[] ownerSalts = value("owner salts", 16);
        byte[] o = joined(HardenedHash.of(6, owner, Arrays.copyOf(ownerSalts, 8), u), ownerSalts);
        byte[] oe = wrapped(HardenedHash.of(6, owner, Arrays.copyOfRange(ownerSalts, 8, 16), u));
        Cos.Dict filter = Cos.Dict.EMPTY
                .with("AuthEvent", Cos.name("DocOpen"))
                .with("CFM", Cos.name("AESV3"))
                .with("Length", Cos.num(32));
        return Cos.Dict.EMPTY
                .with("Filter", Cos.name("Standard"))
                .with("V", Cos.num(5))
                .with("R", Cos.num(6))
                .with("Length", Cos.num(256))
                .with("CF", Cos.Dict.EMPTY.with("StdCF", filter))
                .with("StmF", Cos.name("StdCF"))
                .with("StrF", Cos.name("StdCF"))
                .with("P", Cos.num(EVERYTHING_ALLOWED))
                .with("U", Cos.Str.of(u))
                .with("UE", Cos.Str.of(ue))
                .with("O", Cos.Str.of(o))
                .with("OE", Cos.Str.of(oe))
                .with("Perms", Cos.Str.of(permissions()));
    }

    private byte[] wrapped(byte[] between) {
        return Primitives.cbc(Cipher.ENCRYPT_MODE, between, new byte[Primitives.BLOCK], key);
    }

    private byte[] permissions() {
        byte[] block = value("permissions", 16);
        byte[] known = {(byte) EVERYTHING_ALLOWED, -1, -1, -1, -1, -1, -1, -1, 'T', 'a', 'd', 'b'};
        System.arraycopy(known, 0, block, 0, known.length);
        // One block in ECB mode is one in CBC mode with an initialisation vector of zeros.
        return Primitives.cbc(Cipher.ENCRYPT_MODE, key, new byte[Primitives.BLOCK], block);
    }

    private static byte[] joined(byte[] hash, byte[] salts) {
        byte[] all = Arrays.copyOf(hash, 48);
        System.arraycopy(salts, 0, all, 32, 16);
        return all;
    }

    private byte[] value(String label, int length) {
        return Arrays.copyOf(mac.doFinal((DOMAIN + label).getBytes(StandardCharsets.US_ASCII)), length);
    }

    private static Mac mac(String password, byte[] salt) {
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 512);
            byte[] stretched = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(stretched, "HmacSHA512"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(Content plain, Budget budget) {
        MessageDigest digest = Primitives.digest("SHA-512");
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = plain.stream()) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                budget.checkTime();
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.digest();
    }
}
