package jp.kiyome.testcorpus.relay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One thing that a reader reads in a mail.
 *
 * @param kind {@code subject}, {@code text} or {@code file}
 * @param words the subject, the text, or the name of the file
 * @param sha256 of what is in a file; empty for the others
 */
record Leaf(String kind, String words, String sha256) implements Comparable<Leaf> {

    /** Lines end with LF here, and the text with none. */
    static Leaf text(String text) {
        return new Leaf("text", text.replace("\r\n", "\n").stripTrailing(), "");
    }

    static Leaf file(String name, byte[] bytes) {
        return new Leaf("file", name, sha256(bytes));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** As programs of the system write it: three fields, the second in hex of UTF-8. */
    static Leaf of(String line) {
        String[] fields = line.split("\t", -1);
        String words = new String(HexFormat.of().parseHex(fields[1]), StandardCharsets.UTF_8);
        return fields[0].equals("text") ? text(words) : new Leaf(fields[0], words, fields[2].strip());
    }

    @Override
    public int compareTo(Leaf other) {
        return toString().compareTo(other.toString());
    }
}
