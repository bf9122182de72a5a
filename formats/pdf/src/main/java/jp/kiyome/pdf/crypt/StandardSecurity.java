package jp.kiyome.pdf.crypt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Num;

/** Opens files of the standard security handler, revisions 2 to 6 (ISO 32000-2, 7.6.4). Stateless but for its dictionary. */
public final class StandardSecurity {

    private static final byte[] PADDING = {
        0x28,
        (byte) 0xBF,
        0x4E,
        0x5E,
        0x4E,
        0x75,
        (byte) 0x8A,
        0x41,
        0x64,
        0x00,
        0x4E,
        0x56,
        (byte) 0xFF,
        (byte) 0xFA,
        0x01,
        0x08,
        0x2E,
        0x2E,
        0x00,
        (byte) 0xB6,
        (byte) 0xD0,
        0x68,
        0x3E,
        (byte) 0x80,
        0x2F,
        0x0C,
        (byte) 0xA9,
        (byte) 0xFE,
        0x64,
        0x53,
        0x69,
        0x7A
    };

    private final Cos.Dict dict;
    private final byte[] id;
    private final int version;
    private final int revision;
    private final int keyLength;
    private final byte[] u;
    private final byte[] o;

    /**
     * Looks at what the dictionary says, tries no password yet.
     *
     * @param dict the encryption dictionary, all values direct
     * @param id the first string of the trailer's ID
     * @throws Refusal where it is none of revisions 2 to 6
     */
    public StandardSecurity(Cos.Dict dict, byte[] id) {
        this.dict = dict;
        this.id = id;
        this.version = Cos.integer(dict.get("V"), 0);
        this.revision = Cos.integer(dict.get("R"), 0);
        boolean known = dict.name("Filter").equals("Standard")
                && (version == 1 || version == 2 || version == 4 || version == 5)
                && revision >= 2
                && revision <= 6
                && (version == 5) == (revision >= 5);
        if (!known) {
            throw Refusal.of("pdf.encryption", "version " + version + " revision " + revision);
        }
        this.keyLength = keyLength();
        int length = revision >= 5 ? 48 : 32;
        this.u = bytes("U", length);
        this.o = bytes("O", length);
    }

    /**
     * Opens the file.
     *
     * @param decryptor with the file's key
     * @param password to lock the rebuilt file with; empty where anyone can open it
     * @param partly whether strings or streams are left as they are, or each are encrypted in another way
     */
    public record Opened(Decryptor decryptor, String password, boolean partly) {}

    public Opened open(List<String> passwords) {
        Optional<byte[]> key = key("");
        String used = "";
        for (String password : passwords) {
            if (key.isEmpty()) {
                key = key(password);
                used = password;
            }
        }
        byte[] found = key.orElseThrow(() -> new PasswordNeeded(
                passwords.isEmpty() ? "the file asks for a password" : "none of the passwords opens it"));
        FileKey.Method strings = method("StrF");
        FileKey.Method streams = method("StmF");
        boolean partly = strings != streams || strings == FileKey.Method.NONE;
        return new Opened(new FileKey(found, strings, streams), used, partly);
    }

    private int keyLength() {
        return switch (version) {
            case 1 -> 5;
            case 5 -> 32;
            default -> {
                int bits = Cos.integer(dict.get("Length"), version == 4 ? 128 : 40);
                if (version == 4) {
                    bits = 128;
                }
                yield bits >= 40 && bits <= 128 && bits % 8 == 0 ? bits / 8 : 5;
            }
        };
    }

    private byte[] bytes(String key, int length) {
        byte[] all = dict.get(key) instanceof Cos.Str string ? string.toBytes() : new byte[0];
        if (all.length < length) {
            throw Refusal.of("pdf.encryption", key + " of " + all.length + " bytes");
        }
        return Arrays.copyOf(all, length);
    }

    private FileKey.Method method(String key) {
        if (version < 4) {
            return FileKey.Method.RC4;
        }
        String filter = dict.name(key);
        if (filter.isEmpty() || filter.equals("Identity")) {
            return FileKey.Method.NONE;
        }
        Cos.Dict filters = Cos.dict(dict.get("CF")).orElse(Cos.Dict.EMPTY);
        return switch (Cos.dict(filters.get(filter)).orElse(Cos.Dict.EMPTY).name("CFM")) {
            case "V2" -> FileKey.Method.RC4;
            case "AESV2" -> FileKey.Method.AES_128;
            case "AESV3" -> FileKey.Method.AES_256;
            case "None", "" -> FileKey.Method.NONE;
            default -> throw Refusal.of("pdf.encryption", "unknown crypt filter");
        };
    }

    private Optional<byte[]> key(String password) {
        if (revision >= 5) {
            byte[] utf8 = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
            return hardened(Arrays.copyOf(utf8, Math.min(127, utf8.length)));
        }
        byte[] latin = password.getBytes(StandardCharsets.ISO_8859_1);
        return old(latin).or(() -> old(ownersUser(latin))).or(() -> old(password.getBytes(StandardCharsets.UTF_8)));
    }

    /** Algorithm 2.A. */
    private Optional<byte[]> hardened(byte[] password) {
        byte[] none = new byte[0];
        boolean user = Arrays.equals(
                HardenedHash.of(revision, password, Arrays.copyOfRange(u, 32, 40), none), Arrays.copyOf(u, 32));
        if (user) {
            byte[] between = HardenedHash.of(revision, password, Arrays.copyOfRange(u, 40, 48), none);
            return Optional.of(unwrap(between, bytes("UE", 32)));
        }
        boolean owner = Arrays.equals(
                HardenedHash.of(revision, password, Arrays.copyOfRange(o, 32, 40), u), Arrays.copyOf(o, 32));
        if (owner) {
            byte[] between = HardenedHash.of(revision, password, Arrays.copyOfRange(o, 40, 48), u);
            return Optional.of(unwrap(between, bytes("OE", 32)));
        }
        return Optional.empty();
    }

    private static byte[] unwrap(byte[] key, byte[] wrapped) {
        return Primitives.cbc(Cipher.DECRYPT_MODE, key, new byte[Primitives.BLOCK], wrapped);
    }

    /** Algorithms 2, 4, 5 and 6. */
    private Optional<byte[]> old(byte[] password) {
        byte[] key = oldKey(padded(password));
        byte[] expected;
        if (revision == 2) {
            expected = Primitives.rc4(key, PADDING);
            return Arrays.equals(expected, u) ? Optional.of(key) : Optional.empty();
        }
        MessageDigest md5 = Primitives.digest("MD5");
        md5.update(PADDING);
        byte[] value = md5.digest(id);
        for (int i = 0; i < 20; i++) {
            value = Primitives.rc4(mixed(key, i), value);
        }
        return Arrays.equals(value, Arrays.copyOf(u, 16)) ? Optional.of(key) : Optional.empty();
    }

    private byte[] oldKey(byte[] padded) {
        MessageDigest md5 = Primitives.digest("MD5");
        md5.update(padded);
        md5.update(o);
        int p = dict.get("P") instanceof Num permissions ? (int) permissions.unscaled() : 0;
        md5.update(new byte[] {(byte) p, (byte) (p >> 8), (byte) (p >> 16), (byte) (p >> 24)});
        md5.update(id);
        if (revision >= 4 && dict.get("EncryptMetadata") instanceof Cos.Bool metadata && !metadata.value()) {
            md5.update(new byte[] {-1, -1, -1, -1});
        }
        byte[] hash = md5.digest();
        for (int i = 0; revision >= 3 && i < 50; i++) {
            hash = md5.digest(Arrays.copyOf(hash, keyLength));
        }
        return Arrays.copyOf(hash, keyLength);
    }

    /** Algorithm 7: the user's password that an owner's opens. */
    private byte[] ownersUser(byte[] owner) {
        MessageDigest md5 = Primitives.digest("MD5");
        byte[] hash = md5.digest(padded(owner));
        for (int i = 0; revision >= 3 && i < 50; i++) {
            hash = md5.digest(hash);
        }
        byte[] key = Arrays.copyOf(hash, keyLength);
        byte[] value = o;
        for (int i = revision >= 3 ? 19 : 0; i >= 0; i--) {
            value = Primitives.rc4(mixed(key, i), value);
        }
        return value;
    }

    private static byte[] mixed(byte[] key, int with) {
        byte[] mixed = key.clone();
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] ^= (byte) with;
        }
        return mixed;
    }

    private static byte[] padded(byte[] password) {
        byte[] padded = Arrays.copyOf(password, 32);
        int length = Math.min(32, password.length);
        System.arraycopy(PADDING, 0, padded, length, 32 - length);
        return padded;
    }
}
