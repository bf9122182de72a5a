package jp.kiyome.core.receipt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Set;

/**
 * The key pair that signs receipts, in one file that only its owner can read: the private key (PKCS #8) and the public one
 * (X.509), both as PEM. Immutable; threads may share it.
 */
public final class KeyPairFile {

    /** Name of the file inside the private directory. */
    public static final String NAME = "receipt.key";

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private KeyPairFile(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /**
     * Opens the pair in a directory; makes both when there is none.
     *
     * @throws IOException when it cannot be read or written, is readable by others, or is not a pair of keys
     */
    public static KeyPairFile openOrCreate(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            create(directory, file);
        }
        return open(file);
    }

    /** Opens an existing pair; see {@link #openOrCreate}. */
    public static KeyPairFile open(Path file) throws IOException {
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
        for (PosixFilePermission right : rights) {
            if (!right.name().startsWith("OWNER")) {
                throw new IOException(file + ": must be readable by its owner alone (mode 0600)");
            }
        }
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        try {
            KeyPairFile pair = new KeyPairFile(Pem.privateKey(pem), Pem.publicKey(pem));
            pair.check(file);
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": not a pair of Ed25519 keys", e);
        }
    }

    private static void create(Path directory, Path file) throws IOException {
        Files.createDirectories(directory, OWNER_ONLY_DIRECTORY);
        // Linked into place when whole: two processes that start together use the key of the first.
        Path whole = Files.createTempFile(directory, ".receipt-", ".key", OWNER_ONLY);
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Files.writeString(whole, Pem.of(pair.getPrivate()) + Pem.of(pair.getPublic()), StandardCharsets.US_ASCII);
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException e) {
            // The other process was first.
            return;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        } finally {
            Files.delete(whole);
        }
    }

    private void check(Path file) throws IOException, GeneralSecurityException {
        byte[] probe = {1};
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(publicKey);
        check.update(probe);
        if (!check.verify(sign(probe))) {
            throw new IOException(file + ": the two keys are not a pair");
        }
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    /** Names the public key: SHA-256 of its X.509 form, in hex. */
    public String id() {
        return Pem.id(publicKey);
    }

    byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key that cannot sign", e);
        }
    }
}
