package jp.kiyome.core.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import jp.kiyome.core.content.Content;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a sequence of bytes.
 *
 * @param size bytes
 * @param sha256 64 lower-case hex digits
 */
public record Digest(long size, String sha256) {

    private static final int CHUNK = 1 << 30;

    public static Digest of(Content content) {
        MessageDigest sha256 = newSha256();
        for (long at = 0; at < content.size(); at += CHUNK) {
            ByteBuffer chunk = content.segment()
                    .asSlice(at, Math.min(CHUNK, content.size() - at))
                    .asByteBuffer();
            sha256.update(chunk);
        }
        return new Digest(content.size(), HexFormat.of().formatHex(sha256.digest()));
    }

    /** Reads a stream to its end, for files of which nothing but their identity is wanted. */
    public static Digest of(InputStream stream) throws IOException {
        MessageDigest sha256 = newSha256();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            sha256.update(buffer, 0, read);
            size += read;
        }
        return new Digest(size, HexFormat.of().formatHex(sha256.digest()));
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    // Written out: the equals and hashCode of a record link call sites anew in each process.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digest that && size == that.size && sha256.equals(that.sha256);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(size) + sha256.hashCode();
    }
}
