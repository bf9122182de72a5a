package jp.kiyome.image.webp.lossless;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/** Decodes a VP8L image (RFC 9649 3.4 to 3.8) to ARGB pixels. Holds them all. Not for sharing. */
public final class LosslessDecoder {

    /** What one picture may hold: 128 MiB of pixels. A fixed number, so that a file meets the same end on every machine. */
    static final long MAX_PIXELS = 1 << 25;

    private static final int SIGNATURE = 0x2F;

    private enum Kind {
        PREDICTOR,
        CROSS_COLOUR,
        SUBTRACT_GREEN,
        INDEXING
    }

    private final BitInput in;
    private final Budget budget;
    private final List<Transform> transforms = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();

    private LosslessDecoder(ByteReader in, Budget budget) {
        this.in = new BitInput(in);
        this.budget = budget;
    }

    /**
     * A decoded picture.
     *
     * @param alpha whether its header says that some pixels are not opaque; where it says no, they are
     * @param unused bytes behind the image data
     */
    @SuppressWarnings("ArrayRecordComponent") // pixels pass from the decoder to the encoder and nowhere else
    public record Decoded(int width, int height, boolean alpha, int[] pixels, long unused) {}

    /** Width, height (at least 1) and whether there is alpha (0 or 1), as the header says. */
    public static int[] header(ByteReader reader) {
        BitInput in = new BitInput(reader);
        if (in.read(8) != SIGNATURE) {
            throw Refused.damaged("VP8L without its signature");
        }
        int[] header = {1 + in.read(14), 1 + in.read(14), in.read(1)};
        if (in.read(3) != 0) {
            throw Refused.unsupported("VP8L of another version");
        }
        return header;
    }

    /** Decodes a picture with its header. */
    public static Decoded decode(ByteReader reader, Budget budget) {
        long start = reader.position();
        int[] header = header(reader);
        reader.seek(start + 5);
        LosslessDecoder decoder = new LosslessDecoder(reader, budget);
        int[] pixels = decoder.image(header[0], header[1]);
        if (header[2] == 0) {
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] |= 0xFF000000;
            }
        }
        return new Decoded(header[0], header[1], header[2] == 1, pixels, decoder.in.unused());
    }

    /** Decodes the image data of an alpha plane, which has no header; values stand in the green channel. */
    public static Decoded decodePlane(ByteReader reader, int width, int height, Budget budget) {
        LosslessDecoder decoder = new LosslessDecoder(reader, budget);
        int[] pixels = decoder.image(width, height);
        return new Decoded(width, height, false, pixels, decoder.in.unused());
    }

    private int[] image(int width, int height) {
        if ((long) width * height > MAX_PIXELS) {
            throw Refused.tooLarge("lossless WebP of " + width + "x" + height);
        }
        int coded = readTransforms(width, height);
        int[] pixels = new PixelReader(in, budget).read(coded, height, true);
        for (int i = transforms.size() - 1; i >= 0; i--) {
            budget.checkTime();
            pixels = transforms.get(i).undo(pixels, widths.get(i), height);
        }
        return pixels;
    }

    /** Returns the width of the image that follows them. */
    private int readTransforms(int width, int height) {
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        int coded = width;
        while (in.flag()) {
            Kind kind = Kind.values()[in.read(2)];
            if (!seen.add(kind)) {
                throw Refused.damaged("VP8L transform that comes twice");
            }
            widths.add(coded);
            Transform transform = transform(kind, coded, height);
            transforms.add(transform);
            if (transform instanceof Transform.Indexing indexing) {
                coded = PixelReader.across(coded, indexing.bits());
            }
        }
        return coded;
    }

    private Transform transform(Kind kind, int width, int height) {
        return switch (kind) {
            case PREDICTOR -> {
                int bits = 2 + in.read(3);
                yield new Transform.Predictor(bits, tiles(width, height, bits));
            }
            case CROSS_COLOUR -> {
                int bits = 2 + in.read(3);
                yield new Transform.CrossColour(bits, tiles(width, height, bits));
            }
            case SUBTRACT_GREEN -> new Transform.SubtractGreen();
            case INDEXING -> indexing();
        };
    }

    private int[] tiles(int width, int height, int bits) {
        return new PixelReader(in, budget)
                .read(PixelReader.across(width, bits), PixelReader.across(height, bits), false);
    }

    private Transform indexing() {
        int colours = 1 + in.read(8);
        int[] palette = new PixelReader(in, budget).read(colours, 1, false);
        for (int i = 1; i < colours; i++) {
            palette[i] = Prediction.add(palette[i], palette[i - 1]);
        }
        return new Transform.Indexing(packing(colours), palette);
    }

    /** RFC 9649 3.5.4: how many pixels share a value, as a power of two. */
    static int packing(int colours) {
        return colours <= 2 ? 3 : colours <= 4 ? 2 : colours <= 16 ? 1 : 0;
    }
}
