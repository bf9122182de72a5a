package jp.kiyome.message.witness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import jp.kiyome.core.content.Content;

/**
 * The decoded bytes of a part in short, white space and NUL left out: readers differ in line breaks and in blanks at the end of lines, and
 * nothing hides in those.
 *
 * @param hash SHA-256 of what counts, in hex
 * @param size how many bytes count
 */
public record Fingerprint(String hash, long size) {

    /** Takes a part that some reader has decoded. */
    public static Fingerprint of(InputStream in) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 14];
        long size = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            int kept = 0;
            for (int i = 0; i < read; i++) {
                byte b = buffer[i];
                if (counts(b)) {
                    buffer[kept++] = b;
                }
            }
            digest.update(buffer, 0, kept);
            size += kept;
        }
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()), size);
    }

    public static Fingerprint of(Content content) {
        try (InputStream in = content.stream()) {
            return of(in);
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
    }

    /** Whether it is neither white space nor NUL. */
    static boolean counts(byte b) {
        return b != ' ' && b != '\t' && b != '\r' && b != '\n' && b != 0;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
