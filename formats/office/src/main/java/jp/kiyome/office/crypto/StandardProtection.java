package jp.kiyome.office.crypto;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;

/** Standard encryption, of Office 2007: AES in ECB mode, SHA-1 ([MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9). */
final class StandardProtection implements Protection {

    private static final int SPINS = 50_000;
    private static final int HMAC_BLOCK = 64;
    private static final byte[] NO_VECTOR = {};

    private final int keySize;
    private final byte[] salt;
    private final byte[] verifier;
    private final byte[] verifierHash;

    /** @param keySize bytes */
    StandardProtection(int keySize, byte[] salt, byte[] verifier, byte[] verifierHash) {
        this.keySize = keySize;
        this.salt = salt.clone();
        this.verifier = verifier.clone();
        this.verifierHash = verifierHash.clone();
    }

    @Override
    public Optional<PackageKey> unlock(String password, Budget budget) {
        byte[] key = key(PasswordHash.of(HashAlgorithm.SHA1, salt, password, SPINS, budget));
        byte[] hash = HashAlgorithm.SHA1.hash(Aes.ECB.decrypt(key, NO_VECTOR, verifier));
        byte[] expected = Arrays.copyOf(Aes.ECB.decrypt(key, NO_VECTOR, verifierHash), hash.length);
        return MessageDigest.isEqual(hash, expected)
                ? Optional.of((locked, plain, time) -> open(key, locked, plain, time))
                : Optional.empty();
    }

    /** 2.3.4.7, with block number 0. */
    private byte[] key(byte[] passwordHash) {
        byte[] hash = HashAlgorithm.SHA1.hash(passwordHash, new byte[4]);
        byte[] one = HashAlgorithm.SHA1.hash(mixed(hash, 0x36));
        byte[] two = HashAlgorithm.SHA1.hash(mixed(hash, 0x5C));
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return Arrays.copyOf(both, keySize);
    }

    private static byte[] mixed(byte[] hash, int with) {
        byte[] mixed = new byte[HMAC_BLOCK];
        Arrays.fill(mixed, (byte) with);
        for (int i = 0; i < hash.length; i++) {
            mixed[i] ^= hash[i];
        }
        return mixed;
    }

    private static void open(byte[] key, LockedPackage locked, Sink plain, Budget budget) {
        long left = locked.plainSize();
        while (left > 0) {
            int length = locked.next();
            int used = (int) Math.min(left, length);
            if (length == 0) {
                throw LockedPackage.broken(left + " bytes early");
            }
            budget.decode(used);
            plain.write(Aes.ECB.decrypt(key, NO_VECTOR, locked.segment(), Aes.whole(used, length)), 0, used);
            left -= used;
        }
    }

    @Override
    public boolean current() {
        return false;
    }

    /** Said by {@link #current} already: no file of this kind has it. */
    @Override
    public boolean integrity() {
        return true;
    }

    @Override
    public int otherKeyHolders() {
        return 0;
    }

    @Override
    public String describe() {
        return "standard AES-" + keySize * 8 + " ECB SHA1";
    }
}
