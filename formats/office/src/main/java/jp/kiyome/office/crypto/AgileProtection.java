package jp.kiyome.office.crypto;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import org.jspecify.annotations.Nullable;

/** Agile encryption, of Office 2010 and later ([MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15). */
final class AgileProtection implements Protection {

    /** The fields of the password's key encryptor. */
    static final class KeyFields {
        final byte[] verifierInput;
        final byte[] verifierHash;
        final byte[] keyValue;

        KeyFields(byte[] verifierInput, byte[] verifierHash, byte[] keyValue) {
            this.verifierInput = verifierInput;
            this.verifierHash = verifierHash;
            this.keyValue = keyValue;
        }
    }

    /** The fields of dataIntegrity. */
    static final class IntegrityFields {
        final byte[] key;
        final byte[] value;

        IntegrityFields(byte[] key, byte[] value) {
            this.key = key;
            this.value = value;
        }
    }

    private final AgileCipher data;
    private final AgileCipher keys;
    private final int spins;
    private final KeyFields fields;
    private final @Nullable IntegrityFields integrity;
    private final int otherKeyHolders;

    AgileProtection(
            AgileCipher data,
            AgileCipher keys,
            int spins,
            KeyFields fields,
            @Nullable IntegrityFields integrity,
            int otherKeyHolders) {
        this.data = data;
        this.keys = keys;
        this.spins = spins;
        this.fields = fields;
        this.integrity = integrity;
        this.otherKeyHolders = otherKeyHolders;
    }

    @Override
    public Optional<PackageKey> unlock(String password, Budget budget) {
        byte[] hash = keys.passwordHash(password, spins, budget);
        byte[] input = first(keys.open(hash, AgileCipher.Use.VERIFIER_INPUT, fields.verifierInput), keys.saltSize());
        byte[] expected = first(
                keys.open(hash, AgileCipher.Use.VERIFIER_HASH, fields.verifierHash),
                keys.hash().size());
        if (!MessageDigest.isEqual(keys.hash().hash(input), expected)) {
            return Optional.empty();
        }
        byte[] key = first(keys.open(hash, AgileCipher.Use.KEY_VALUE, fields.keyValue), data.keySize());
        return Optional.of((locked, plain, time) -> open(key, locked, plain, time));
    }

    private void open(byte[] key, LockedPackage locked, Sink plain, Budget budget) {
        Mac mac = data.hash().mac(macKey(key));
        mac.update(locked.sizeField());
        long left = locked.plainSize();
        int number = 0;
        for (int length = locked.next(); length > 0; length = locked.next()) {
            mac.update(locked.segment(), 0, length);
            if (left > 0) {
                int used = (int) Math.min(left, length);
                budget.decode(used);
                plain.write(data.openSegment(key, number++, locked.segment(), Aes.whole(used, length)), 0, used);
                left -= used;
            }
        }
        check(key, mac.doFinal());
    }

    /** Any key where no value is there to compare with. */
    private byte[] macKey(byte[] key) {
        return integrity == null
                ? key
                : first(
                        data.openWith(key, AgileCipher.Use.HMAC_KEY, integrity.key),
                        data.hash().size());
    }

    private void check(byte[] key, byte[] mac) {
        if (integrity != null) {
            byte[] value = data.openWith(key, AgileCipher.Use.HMAC_VALUE, integrity.value);
            if (!MessageDigest.isEqual(mac, first(value, data.hash().size()))) {
                throw Refusal.of("crypto.integrity", Location.ofPart(LockedPackage.NAME), "");
            }
        }
    }

    private static byte[] first(byte[] bytes, int length) {
        if (bytes.length < length) {
            throw Refusal.of("crypto.info", "a field of " + bytes.length + " bytes for " + length);
        }
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public boolean current() {
        return spins == Locking.SPINS
                && data.uses(HashAlgorithm.SHA512, Locking.KEY_SIZE, Aes.CBC)
                && keys.uses(HashAlgorithm.SHA512, Locking.KEY_SIZE, Aes.CBC);
    }

    @Override
    public boolean integrity() {
        return integrity != null;
    }

    @Override
    public int otherKeyHolders() {
        return otherKeyHolders;
    }

    @Override
    public String describe() {
        return "agile " + data + ", password " + keys + " × " + spins;
    }
}
