package jp.kiyome.message.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;

/**
 * What an opaque signature of S/MIME is around (RFC 8551, 3.5.2; RFC 5652, 5.1): the octets of the encapsulated content, whatever is said
 * about signers and certificates, which nobody checks here. Read as BER (X.690), for senders stream it. Stateless.
 */
public final class SignedContent {

    private static final String CODE = "message.signed-opaque";
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int OBJECT = 0x06;
    private static final int INTEGER = 0x02;
    private static final int EXPLICIT = 0xA0;
    private static final int OCTETS = 0x04;
    private static final int OCTETS_IN_PIECES = 0x24;
    private static final int CONSTRUCTED = 0x20;
    private static final int INDEFINITE = 0x80;
    private static final int DEPTH = 16;
    private static final int OBJECT_SIZE = 9;

    /** 1.2.840.113549.1.7.2; the last byte of that of plain data is 1. */
    private static final byte[] SIGNED = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x07, 0x02};

    private static final int DATA = 1;

    private final Content content;
    private final Session session;
    private int elements;

    private SignedContent(Content content, Session session) {
        this.content = content;
        this.session = session;
    }

    /**
     * A value and where it stands.
     *
     * @param from of what is in it
     * @param to behind that
     * @param end behind the mark that ends it, where it has one
     */
    private record Value(int tag, long from, long to, long end) {}

    /**
     * The message that was signed; empty where this is no signature but encrypted or compressed.
     *
     * @throws Refusal {@code message.signed-opaque} where it is a signature that holds no message, or broken
     */
    public static Optional<Content> of(Content content, Session session) {
        return new SignedContent(content, session).signed();
    }

    private Optional<Content> signed() {
        Value info = expect(0, content.size(), SEQUENCE);
        Value type = expect(info.from, info.to, OBJECT);
        if (type.to - type.from != OBJECT_SIZE || !begins(type.from, SIGNED.length)) {
            return Optional.empty();
        }
        Value explicit = expect(type.end, info.to, EXPLICIT);
        Value signed = expect(explicit.from, explicit.to, SEQUENCE);
        Value version = expect(signed.from, signed.to, INTEGER);
        Value digests = expect(version.end, signed.to, SET);
        Value inner = expect(digests.end, signed.to, SEQUENCE);
        Value data = expect(inner.from, inner.to, OBJECT);
        boolean plain = data.to - data.from == OBJECT_SIZE
                && begins(data.from, SIGNED.length - 1)
                && content.byteAt(data.to - 1) == DATA;
        if (!plain) {
            throw broken("signed is no plain data");
        }
        Value wrapped = expect(data.end, inner.to, EXPLICIT);
        return Optional.of(octets(read(wrapped.from, wrapped.to, 0)));
    }

    private boolean begins(long at, int count) {
        for (int i = 0; i < count; i++) {
            if (content.byteAt(at + i) != (SIGNED[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    private Content octets(Value value) {
        List<Value> pieces = new ArrayList<>();
        collect(value, pieces, 0);
        if (pieces.size() == 1) {
            return content.slice(pieces.getFirst().from, pieces.getFirst().to - pieces.getFirst().from);
        }
        Sink joined = session.scratch();
        byte[] buffer = new byte[1 << 13];
        for (Value piece : pieces) {
            session.budget().decode(piece.to - piece.from);
            for (long at = piece.from; at < piece.to; at += buffer.length) {
                int length = (int) Math.min(buffer.length, piece.to - at);
                content.copy(at, buffer, 0, length);
                joined.write(buffer, 0, length);
            }
        }
        return joined.finish();
    }

    private void collect(Value value, List<Value> pieces, int depth) {
        if (value.tag == OCTETS) {
            pieces.add(value);
            return;
        }
        if (value.tag != OCTETS_IN_PIECES || depth > DEPTH) {
            throw broken("no octets");
        }
        for (long at = value.from; at < value.to; ) {
            Value piece = read(at, value.to, depth);
            collect(piece, pieces, depth + 1);
            at = piece.end;
        }
    }

    private Value expect(long at, long limit, int tag) {
        Value value = read(at, limit, 0);
        if (value.tag != tag) {
            throw broken("tag " + value.tag + " where " + tag + " belongs");
        }
        return value;
    }

    private Value read(long at, long limit, int depth) {
        if (++elements % (1 << 12) == 0) {
            session.budget().checkTime();
        }
        if (depth > DEPTH || limit - at < 2) {
            throw broken("cut off, or too deep");
        }
        int tag = content.byteAt(at);
        int first = content.byteAt(at + 1);
        if ((tag & 0x1F) == 0x1F) {
            throw broken("a long tag");
        }
        if (first == INDEFINITE && (tag & CONSTRUCTED) != 0) {
            return open(tag, at + 2, limit, depth);
        }
        int more = first < INDEFINITE ? 0 : first & 0x7F;
        if (more > 4 || first == INDEFINITE || limit - at - 2 < more) {
            throw broken("a length");
        }
        long length = first < INDEFINITE ? first : 0;
        for (int i = 0; i < more; i++) {
            length = length << 8 | content.byteAt(at + 2 + i);
        }
        long from = at + 2 + more;
        if (length > limit - from) {
            throw broken("a length past the end");
        }
        return new Value(tag, from, from + length, from + length);
    }

    /** Values up to two zeros (X.690, 8.1.3.6). */
    private Value open(int tag, long from, long limit, int depth) {
        long at = from;
        while (limit - at >= 2 && (content.byteAt(at) != 0 || content.byteAt(at + 1) != 0)) {
            at = read(at, limit, depth + 1).end;
        }
        if (limit - at < 2) {
            throw broken("no end");
        }
        return new Value(tag, from, at, at + 2);
    }

    private static Refusal broken(String why) {
        return Refusal.of(CODE, why);
    }
}
