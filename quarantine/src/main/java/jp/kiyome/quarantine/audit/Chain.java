package jp.kiyome.quarantine.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import jp.kiyome.quarantine.item.Organisation;

/**
 * How records hang together: the hash of a record is SHA-256 over {@code kiyome audit 1}, then each of its fields as four bytes of
 * length (big-endian) and its bytes (UTF-8; numbers as eight bytes), the last of them the hash of the record before. See
 * docs/adr/0010-store-keys-and-chain.md.
 */
final class Chain {

    /** What the first record hangs on. */
    static final String BEGINNING = "0".repeat(64);

    private static final String FORM = "kiyome audit 1";

    private Chain() {}

    /** A record with its hash. */
    static AuditRecord link(Head before, Instant at, String who, String action, String subject, String detail) {
        AuditRecord open = new AuditRecord(
                before.organisation(), before.number() + 1, at, who, action, subject, detail, before.hash(), "");
        return new AuditRecord(
                open.organisation(), open.number(), at, who, action, subject, detail, before.hash(), hash(open));
    }

    /** The hash that a record must have. */
    static String hash(AuditRecord record) {
        MessageDigest sha256 = sha256();
        field(sha256, FORM);
        field(sha256, record.organisation().id());
        field(sha256, record.number());
        field(sha256, record.at().toEpochMilli());
        field(sha256, record.who());
        field(sha256, record.action());
        field(sha256, record.subject());
        field(sha256, record.detail());
        field(sha256, record.previous());
        return HexFormat.of().formatHex(sha256.digest());
    }

    static Head before(Organisation organisation) {
        return new Head(organisation, 0, BEGINNING);
    }

    private static void field(MessageDigest sha256, String text) {
        field(sha256, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void field(MessageDigest sha256, long number) {
        field(sha256, ByteBuffer.allocate(8).putLong(number).array());
    }

    private static void field(MessageDigest sha256, byte[] bytes) {
        sha256.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        sha256.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
