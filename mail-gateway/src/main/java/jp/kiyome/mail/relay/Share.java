package jp.kiyome.mail.relay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import jp.kiyome.core.report.Digest;
import jp.kiyome.mail.server.Envelope;
import jp.kiyome.mail.server.Recipient;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;

/**
 * The part of a mail that takes one way: it is rebuilt once, under one policy, and goes to one next hop.
 *
 * @param envelope with the recipients that take this way
 * @param id by which the store and the people know it: the same mail of the same sender to the same recipients has the same, so that what
 *     is handed in again after a crash is filed once
 */
record Share(Route route, Envelope envelope, ItemId id) {

    static Share of(Route route, Envelope envelope, Digest mail) {
        StringBuilder all = new StringBuilder();
        all.append(route.organisation().organisation()).append('\n');
        all.append(route.outbound()).append('\n');
        all.append(envelope.from()).append('\n');
        List<String> recipients = envelope.recipients().stream()
                .map(Recipient::mailbox)
                .map(Object::toString)
                .sorted()
                .toList();
        recipients.forEach(recipient -> all.append(recipient).append('\n'));
        all.append(mail.sha256());
        return new Share(route, envelope, id(all.toString()));
    }

    /** For some of its recipients; the same item. */
    Share to(List<Recipient> some) {
        return new Share(route, envelope.to(some), id);
    }

    /** A UUID of version 8 (RFC 9562, 5.8). */
    private static ItemId id(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bits = ByteBuffer.wrap(hash);
            long high = bits.getLong() & ~0xF000L | 0x8000L;
            long low = bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
            return new ItemId(new UUID(high, low));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The same under the next id, for what has come to an end under this one. */
    Share again() {
        return new Share(route, envelope, id(id + "\nagain"));
    }

    Organisation organisation() {
        return route.organisation().organisation();
    }
}
