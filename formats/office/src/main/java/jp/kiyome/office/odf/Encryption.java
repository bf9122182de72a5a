package jp.kiyome.office.odf;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import jp.kiyome.container.xml.Attributes;

/**
 * How one file of a package is locked (OpenDocument 1.3 part 2 §5), as the manifest says.
 *
 * @param checksumType of the compressed file, or of its first 1024 bytes
 * @param cipher name of the algorithm
 * @param derivation name of how the key is made of the password
 * @param startKey name of the digest of the password
 * @param keyBytes length of the key
 * @param iterations of the derivation
 * @param size bytes of the file once it is opened and inflated
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Encryption(
        String checksumType,
        byte[] checksum,
        String cipher,
        byte[] vector,
        String derivation,
        byte[] salt,
        String startKey,
        int keyBytes,
        int iterations,
        long size) {

    /** What was read of one entry so far. */
    static final class Facts {
        private boolean present;
        private String checksumType = "";
        private byte[] checksum = new byte[0];
        private String cipher = "";
        private byte[] vector = new byte[0];
        private String derivation = "";
        private byte[] salt = new byte[0];
        private String startKey = "sha1";
        private int keyBytes = 16;
        private int iterations;
        private long size;

        void size(String text) {
            size = number(text, 0);
        }

        void take(String element, Attributes attributes) {
            present = true;
            switch (element) {
                case "encryption-data" -> {
                    checksumType = attributes.text("manifest:checksum-type");
                    checksum = bytes(attributes.text("manifest:checksum"));
                }
                case "algorithm" -> {
                    cipher = attributes.text("manifest:algorithm-name");
                    vector = bytes(attributes.text("manifest:initialisation-vector"));
                }
                case "key-derivation" -> {
                    derivation = attributes.text("manifest:key-derivation-name");
                    salt = bytes(attributes.text("manifest:salt"));
                    keyBytes = (int) number(attributes.text("manifest:key-size"), 16);
                    iterations = (int) number(attributes.text("manifest:iteration-count"), 0);
                }
                case "start-key-generation" -> startKey = attributes.text("manifest:start-key-generation-name");
                default -> throw new IllegalStateException(element);
            }
        }

        Optional<Encryption> encryption() {
            return present
                    ? Optional.of(new Encryption(
                            checksumType.toLowerCase(Locale.ROOT),
                            checksum,
                            cipher.toLowerCase(Locale.ROOT),
                            vector,
                            derivation.toLowerCase(Locale.ROOT),
                            salt,
                            startKey.toLowerCase(Locale.ROOT),
                            keyBytes,
                            iterations,
                            size))
                    : Optional.empty();
        }

        private static byte[] bytes(String base64) {
            return Base64.getDecoder().decode(base64);
        }

        private static long number(String text, long otherwise) {
            return text.isEmpty() ? otherwise : Long.parseLong(text);
        }
    }
}
