package jp.kiyome.mail.authentication.dkim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * Signs the mails of tests: relaxed/simple where nothing else is said, by the words of RFC 6376 and without any code of the verifier. The fields are taken as they
 * are given, so that a test can sign what a mail does not hold.
 */
public final class Signer {

    private final KeyPair pair;
    private final boolean rsa;
    private final Map<String, String> tags = new TreeMap<>();

    private Signer(KeyPair pair, boolean rsa) {
        this.pair = pair;
        this.rsa = rsa;
        tags.put("v", "1");
        tags.put("a", rsa ? "rsa-sha256" : "ed25519-sha256");
        tags.put("c", "relaxed/simple");
        tags.put("d", "example.jp");
        tags.put("s", "sel");
    }

    public static Signer rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return new Signer(generator.generateKeyPair(), true);
    }

    public static Signer ed25519() throws GeneralSecurityException {
        return new Signer(KeyPairGenerator.getInstance("Ed25519").generateKeyPair(), false);
    }

    /** The same key, with a tag more or another one; an empty value takes the tag away. */
    public Signer with(String tag, String value) {
        Signer other = new Signer(pair, rsa);
        other.tags.clear();
        other.tags.putAll(tags);
        if (value.isEmpty()) {
            other.tags.remove(tag);
        } else {
            other.tags.put(tag, value);
        }
        return other;
    }

    /** The record of the public key. */
    public String key() {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] plain = rsa ? encoded : Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return "v=DKIM1; k=" + (rsa ? "rsa" : "ed25519") + "; p="
                + Base64.getEncoder().encodeToString(plain);
    }

    /**
     * A DKIM-Signature with its line end.
     *
     * @param names for {@code h=}
     * @param canonical the fields it names, each in the form of {@code c=} and with its line end
     * @param body in canonical form already
     */
    public String sign(String names, String canonical, String body) throws GeneralSecurityException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        StringBuilder field = new StringBuilder();
        Map<String, String> all = new TreeMap<>(tags);
        all.putIfAbsent("h", names);
        all.putIfAbsent("bh", Base64.getEncoder().encodeToString(sha256.digest(latin(body))));
        all.forEach((tag, value) -> field.append(tag).append('=').append(value).append("; "));
        boolean simple = all.getOrDefault("c", "simple").startsWith("simple");
        byte[] bytes = latin(canonical + (simple ? "DKIM-Signature: " : "dkim-signature:") + field + "b=");
        Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(rsa ? bytes : sha256.digest(bytes));
        String base64 = Base64.getEncoder().encodeToString(signature.sign());
        return "DKIM-Signature: " + field + "b=" + base64.replaceAll("(.{60})", "$1\r\n ") + "\r\n";
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
