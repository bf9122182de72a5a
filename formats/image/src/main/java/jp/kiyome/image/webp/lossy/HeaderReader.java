package jp.kiyome.image.webp.lossy;

import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Refused;

/** Reads a key frame up to its first macroblock (RFC 6386 sections 9.1 to 9.11, 19.2). Not for sharing. */
final class HeaderReader {

    private static final int START_CODE = 0x9D012A;

    private final ByteReader frame;
    private final int[] probabilities = Vp8Tables.TOKENS.clone();

    HeaderReader(ByteReader frame) {
        this.frame = frame;
    }

    KeyFrame read() {
        int tag = frame.u8() | frame.u8() << 8 | frame.u8() << 16;
        int version = tag >> 1 & 7;
        if ((tag & 1) != 0 || version > 3 || (tag >> 4 & 1) == 0) {
            throw Refused.damaged("VP8 frame that is no key frame to be shown");
        }
        if ((frame.u8() << 16 | frame.u8() << 8 | frame.u8()) != START_CODE) {
            throw Refused.damaged("VP8 frame without its start code");
        }
        int width = frame.u16le() & 0x3FFF;
        int height = frame.u16le() & 0x3FFF;
        if (width == 0 || height == 0) {
            throw Refused.damaged("VP8 frame of " + width + "x" + height);
        }
        long first = tag >> 5;
        frame.require(first);
        long start = frame.position();
        BoolDecoder in = new BoolDecoder(new ByteReader(frame.content(), start, start + first));
        frame.skip(first);
        in.flag();
        boolean clamping = in.flag();
        FrameHeader.Segments segments = segments(in);
        FrameHeader.Filter filter = filter(in);
        int partitions = 1 << in.number(2);
        FrameHeader.Quantisers quantisers = quantisers(in);
        in.flag();
        readProbabilities(in);
        int skipProbability = in.flag() ? in.number(8) : KeyFrame.NEVER_SKIPPED;
        FrameHeader header = new FrameHeader(version, width, height, clamping, segments, filter, quantisers);
        return new KeyFrame(header, in, partitions(partitions), probabilities, skipProbability);
    }

    private static FrameHeader.Segments segments(BoolDecoder in) {
        boolean enabled = in.flag();
        boolean map = enabled && in.flag();
        boolean data = enabled && in.flag();
        if (enabled && !data) {
            // libvpx and libwebp quantise such frames differently
            throw Refused.damaged("VP8 segments without their values");
        }
        boolean absolute = data && in.flag();
        FrameHeader.Signed quantisers = data ? four(in, 7) : new FrameHeader.Signed(0, 0, 0, 0);
        FrameHeader.Signed levels = data ? four(in, 6) : new FrameHeader.Signed(0, 0, 0, 0);
        byte[] tree = {-1, -1, -1};
        for (int i = 0; map && i < 3; i++) {
            tree[i] = (byte) (in.flag() ? in.number(8) : 255);
        }
        return new FrameHeader.Segments(enabled, map, Bytes.of(tree), absolute, quantisers, levels);
    }

    private static FrameHeader.Signed four(BoolDecoder in, int bits) {
        return new FrameHeader.Signed(
                in.optionalSigned(bits), in.optionalSigned(bits), in.optionalSigned(bits), in.optionalSigned(bits));
    }

    private static FrameHeader.Filter filter(BoolDecoder in) {
        boolean simple = in.flag();
        int level = in.number(6);
        int sharpness = in.number(3);
        boolean deltas = in.flag();
        int reference = 0;
        int submodes = 0;
        if (deltas && in.flag()) {
            FrameHeader.Signed references = four(in, 6);
            FrameHeader.Signed modes = four(in, 6);
            reference = references.first();
            submodes = modes.first();
        }
        return new FrameHeader.Filter(simple, level, sharpness, deltas, reference, submodes);
    }

    private static FrameHeader.Quantisers quantisers(BoolDecoder in) {
        return new FrameHeader.Quantisers(
                in.number(7),
                in.optionalSigned(4),
                in.optionalSigned(4),
                in.optionalSigned(4),
                in.optionalSigned(4),
                in.optionalSigned(4));
    }

    private void readProbabilities(BoolDecoder in) {
        for (int i = 0; i < probabilities.length; i++) {
            if (in.bit(Vp8Tables.UPDATES[i]) == 1) {
                probabilities[i] = in.number(8);
            }
        }
    }

    /** Section 9.5: three bytes give the length of each but the last. */
    private BoolDecoder[] partitions(int count) {
        long[] lengths = new long[count];
        frame.require(3L * (count - 1));
        for (int i = 0; i < count - 1; i++) {
            lengths[i] = frame.u8() | frame.u8() << 8 | frame.u8() << 16;
        }
        BoolDecoder[] partitions = new BoolDecoder[count];
        for (int i = 0; i < count; i++) {
            long length = i < count - 1 ? lengths[i] : frame.remaining();
            frame.require(length);
            long start = frame.position();
            partitions[i] = new BoolDecoder(new ByteReader(frame.content(), start, start + length));
            frame.skip(length);
        }
        return partitions;
    }
}
