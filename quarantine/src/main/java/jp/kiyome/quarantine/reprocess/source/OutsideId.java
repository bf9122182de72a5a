package jp.kiyome.quarantine.reprocess.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Kind;

/** The id of what comes from outside: made from what it is, so that it is known when it comes again, from wherever. */
public final class OutsideId {

    private static final String FORM = "kiyome item from outside 1";

    private OutsideId() {}

    /**
     * The id, a UUID of version 8 (RFC 9562, 5.8).
     *
     * @param name of a file; a mail is known by its bytes alone
     */
    public static ItemId of(Kind kind, String name, Digest digest) {
        String known =
                switch (kind) {
                    case MAIL -> "";
                    case FILE -> name;
                };
        byte[] hash = sha256(FORM + "\n" + kind + "\n" + digest.sha256() + "\n" + digest.size() + "\n" + known);
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        long high = bytes.getLong() & ~0xF000L | 0x8000L;
        long low = bytes.getLong() & ~(0b11L << 62) | 0b10L << 62;
        return new ItemId(new UUID(high, low));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
