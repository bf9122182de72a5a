package jp.kiyome.image.webp.lossy;

import java.util.BitSet;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Noise;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/**
 * Rebuilds a VP8 key frame without decoding it to pixels: modes and quantised coefficients come out as they went in, between a header of
 * our own and with probabilities of our own choice, in one partition. Two passes over the input; memory for a row. Stateless.
 */
public final class Vp8Rebuilder {

    /** RFC 6386 9.1: nineteen bits. */
    private static final int MAX_FIRST_PARTITION = (1 << 19) - 1;

    private Vp8Rebuilder() {}

    /** Width and height of the key frame between those offsets. */
    public static int[] size(Content content, long start, long end) {
        FrameHeader header = open(content, start, end).header();
        return new int[] {header.width(), header.height()};
    }

    private static KeyFrame open(Content content, long start, long end) {
        return new HeaderReader(new ByteReader(content, start, end)).read();
    }

    /** Writes the frame that lies between those offsets anew. */
    public static void rebuild(Content content, long start, long end, Sink out, Session session) {
        KeyFrame first = open(content, start, end);
        Census census = new Census(first.header());
        first.visit(census, Noise.none(), session.budget());
        if (first.unused() > 0) {
            session.found(Removed.from("image.gap", "VP8 at offset " + start + ", " + first.unused() + " bytes"));
        }
        FrameHeader header = census.canonical();
        Sink modes = session.scratch();
        Sink tokens = session.scratch();
        BoolEncoder modesOut = new BoolEncoder(modes);
        BoolEncoder tokensOut = new BoolEncoder(tokens);
        int[] probabilities = Adaptation.tokens(census.tokens());
        new HeaderWriter(modesOut).write(header, probabilities, census);
        Noise noise = Noise.of(session);
        KeyFrame second = open(content, start, end);
        BitSet filledOnes = census.filled();
        second.visit(
                (number, prediction, filled, decisions) -> {
                    Census.writeSegment(modesOut, header.segments(), prediction.segment());
                    census.writeSkip(modesOut, filledOnes.get(number));
                    prediction.write(modesOut);
                    if (filled) {
                        decisions.write(tokensOut, probabilities);
                    }
                },
                noise,
                session.budget());
        noise.report(session);
        modesOut.finish();
        tokensOut.finish();
        assemble(header, modes.finish(), tokens.finish(), out);
    }

    private static void assemble(FrameHeader header, Content modes, Content tokens, Sink out) {
        if (modes.size() > MAX_FIRST_PARTITION) {
            throw Refused.tooLarge("VP8 frame with " + modes.size() + " bytes of modes");
        }
        int tag = header.version() << 1 | 1 << 4 | (int) modes.size() << 5;
        byte[] head = new ByteWriter()
                .u8(tag)
                .u8(tag >> 8)
                .u8(tag >> 16)
                .u8(0x9D)
                .u8(0x01)
                .u8(0x2A)
                .u16le(header.width())
                .u16le(header.height())
                .toByteArray();
        out.write(head, 0, head.length);
        append(modes, out);
        append(tokens, out);
    }

    private static void append(Content content, Sink out) {
        byte[] buffer = new byte[1 << 13];
        for (long at = 0; at < content.size(); at += buffer.length) {
            int count = (int) Math.min(buffer.length, content.size() - at);
            content.copy(at, buffer, 0, count);
            out.write(buffer, 0, count);
        }
    }
}
