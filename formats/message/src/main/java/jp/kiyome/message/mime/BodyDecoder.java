package jp.kiyome.message.mime;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;

/**
 * Undoes the transfer encoding of a body, strictly: what readers decode differently is refused, unless it is text in which the difference is
 * a sign or two. Streams: memory does not grow with the body.
 */
public final class BodyDecoder {

    /**
     * A decoded body.
     *
     * @param loose whether it was not written as RFC 2045 says, without a doubt about what is meant
     */
    public record Decoded(Content content, boolean loose) {}

    private BodyDecoder() {}

    /**
     * Decodes the body of a part.
     *
     * @param sink an empty one, for the decoded bytes
     */
    public static Decoded decode(MimePart.Leaf leaf, Sink sink, Budget budget) {
        return switch (leaf.transfer()) {
            case IDENTITY -> identity(leaf);
            case BASE64 -> {
                boolean loose = new Base64Decoder(leaf.body(), sink, budget).decode();
                yield new Decoded(sink.finish(), loose);
            }
            case QUOTED_PRINTABLE -> {
                QuotedPrintableDecoder decoder = new QuotedPrintableDecoder(sink, budget);
                boolean loose = decoder.decode(leaf.body());
                if (loose && !leaf.type().isText()) {
                    throw Ambiguous.encoding("quoted-printable with signs that are none, in " + leaf.type());
                }
                yield new Decoded(sink.finish(), loose);
            }
            case UUENCODE -> {
                UuDecoder.whole(leaf.body(), sink, budget);
                yield new Decoded(sink.finish(), false);
            }
            case UNKNOWN -> unknown(leaf);
        };
    }

    private static Decoded identity(MimePart.Leaf leaf) {
        boolean said = leaf.header().first("content-transfer-encoding").isPresent();
        if (!said && !leaf.type().isMessage() && Looks.allBase64(leaf.body())) {
            throw Ambiguous.encoding("base64 that is not said to be");
        }
        return new Decoded(leaf.body(), false);
    }

    /** Taken as it stands where every guess at the encoding would leave it so. */
    private static Decoded unknown(MimePart.Leaf leaf) {
        if (!leaf.type().isText() || Looks.allBase64(leaf.body()) || Looks.quotedPrintable(leaf.body())) {
            throw Ambiguous.encoding("an unknown transfer encoding");
        }
        return new Decoded(leaf.body(), true);
    }
}
