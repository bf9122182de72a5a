package jp.kiyome.mail.authentication.dkim;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public key from the domain name system (RFC 6376 §3.6.1, RFC 8463 §4).
 *
 * @param objection why it cannot be used; {@link DkimReason#NONE} where it can
 */
record KeyRecord(TagList tags, Optional<PublicKey> key, DkimReason objection) {

    /** RFC 8301 §3.2. */
    private static final int LEAST_BITS = 1024;

    private static final int MOST_BITS = 8192;
    private static final int MOST_EXPONENT_BITS = 33;
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    static KeyRecord read(String text, SignatureTags signature) {
        Optional<TagList> read = TagList.read(text);
        if (read.isEmpty()) {
            return new KeyRecord(TagList.read("").orElseThrow(), Optional.empty(), DkimReason.KEY_SYNTAX);
        }
        TagList tags = read.get();
        boolean rsa = signature.algorithm().startsWith("rsa");
        DkimReason objection = objection(tags, rsa);
        if (objection != DkimReason.NONE) {
            return new KeyRecord(tags, Optional.empty(), objection);
        }
        Optional<PublicKey> key =
                tags.packed("p").flatMap(SignatureTags::base64).flatMap(bytes -> rsa ? rsa(bytes) : ed25519(bytes));
        return new KeyRecord(tags, key, key.map(KeyRecord::size).orElse(DkimReason.KEY_SYNTAX));
    }

    private static DkimReason objection(TagList tags, boolean rsa) {
        boolean version = tags.value("v")
                .map(v -> v.equals("DKIM1") && tags.startsWith("v"))
                .orElse(true);
        if (!version || tags.value("p").isEmpty()) {
            return DkimReason.KEY_SYNTAX;
        }
        if (tags.packed("p").orElseThrow().isEmpty()) {
            return DkimReason.KEY_REVOKED;
        }
        boolean fits = tags.packed("k").orElse("rsa").equals(rsa ? "rsa" : "ed25519")
                && lists(tags, "h", "sha256", "sha256")
                && (lists(tags, "s", "*", "*") || lists(tags, "s", "*", "email"));
        return fits ? DkimReason.NONE : DkimReason.KEY_FOR_OTHERS;
    }

    private static boolean lists(TagList tags, String name, String usual, String wanted) {
        return Arrays.asList(tags.packed(name).orElse(usual).split(":", -1)).contains(wanted);
    }

    private static DkimReason size(PublicKey key) {
        if (!(key instanceof RSAPublicKey rsa)) {
            return DkimReason.NONE;
        }
        int bits = rsa.getModulus().bitLength();
        BigInteger exponent = rsa.getPublicExponent();
        if (bits < LEAST_BITS) {
            return DkimReason.KEY_SHORT;
        }
        return bits > MOST_BITS || exponent.bitLength() > MOST_EXPONENT_BITS ? DkimReason.KEY_LARGE : DkimReason.NONE;
    }

    private static Optional<PublicKey> rsa(byte[] info) {
        return decoded("RSA", info);
    }

    private static Optional<PublicKey> ed25519(byte[] point) {
        if (point.length != 32) {
            return Optional.empty();
        }
        byte[] info = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + point.length);
        System.arraycopy(point, 0, info, ED25519_PREFIX.length, point.length);
        return decoded("Ed25519", info);
    }

    private static Optional<PublicKey> decoded(String kind, byte[] info) {
        try {
            return Optional.of(KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(info)));
        } catch (GeneralSecurityException notAKey) {
            return Optional.empty();
        }
    }

    boolean flag(String wanted) {
        return lists(tags, "t", "", wanted);
    }

    /**
     * Whether the signature was made over this hash. RSA is over the SHA-256 of the headers, and Ed25519 over that hash as a message
     * (RFC 8463 §3).
     */
    boolean verifies(SignedHeaders signed, SigningField field, byte[] signature) {
        boolean rsa = key.orElseThrow() instanceof RSAPublicKey;
        try {
            Signature check = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
            check.initVerify(key.orElseThrow());
            check.update(rsa ? signed.bytes(field.bare()) : signed.digest(field.bare()));
            return check.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }
}
