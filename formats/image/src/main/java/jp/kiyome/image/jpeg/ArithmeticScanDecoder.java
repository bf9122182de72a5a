package jp.kiyome.image.jpeg;

import java.util.Arrays;
import java.util.List;
import jp.kiyome.image.stream.Refused;

/** Decodes one arithmetically coded scan into {@link Coefficients}: sequential (T.81 F.2.4) or progressive (G.1.3). Not for sharing. */
final class ArithmeticScanDecoder implements McuWalk.Blocks {

    private static final int MAX_MAGNITUDE = 1 << 15;

    private final ArithmeticInput in;
    private final Scan scan;
    private final boolean progressive;
    private final short[][] planes;
    private final int[] blocksWide;
    private final Scan.Conditioning[] dc;
    private final Scan.Conditioning[] ac;
    private final byte[][] dcContexts = new byte[4][64];
    private final byte[][] acContexts = new byte[4][256];
    private final byte[] even = {ArithmeticInput.EVEN};
    private final int[] predictions;
    private final int[] categories;
    private final short[] hidden = new short[64];

    ArithmeticScanDecoder(Frame frame, Scan scan, ArithmeticInput in, Coefficients coefficients) {
        this.in = in;
        this.scan = scan;
        this.progressive = frame.progressive();
        List<Scan.Part> parts = scan.parts();
        planes =
                parts.stream().map(part -> coefficients.plane(part.component())).toArray(short[][]::new);
        blocksWide = parts.stream()
                .mapToInt(part -> frame.components().get(part.component()).blocksWide())
                .toArray();
        dc = parts.stream().map(part -> part.dc().conditioning()).toArray(Scan.Conditioning[]::new);
        ac = parts.stream().map(part -> part.ac().conditioning()).toArray(Scan.Conditioning[]::new);
        predictions = new int[parts.size()];
        categories = new int[parts.size()];
    }

    @Override
    public void restart(int number) {
        in.endInterval(number);
        Arrays.fill(predictions, 0);
        Arrays.fill(categories, 0);
        for (int i = 0; i < 4; i++) {
            Arrays.fill(dcContexts[i], (byte) 0);
            Arrays.fill(acContexts[i], (byte) 0);
        }
    }

    @Override
    public void block(int part, int line, int column, boolean visible) {
        short[] plane = hidden;
        int at = 0;
        if (visible) {
            plane = planes[part];
            at = (line * blocksWide[part] + column) * 64;
        } else {
            Arrays.fill(hidden, (short) 0);
        }
        if (!progressive) {
            decodeDc(part, plane, at);
            decodeAc(part, plane, at, 1, 63);
        } else if (scan.spectralStart() == 0) {
            if (scan.high() == 0) {
                decodeDc(part, plane, at);
            } else {
                plane[at] |= (short) (in.decide(even, 0) << scan.low());
            }
        } else if (scan.high() == 0) {
            decodeAc(part, plane, at, scan.spectralStart(), scan.spectralEnd());
        } else {
            refineAc(part, plane, at);
        }
    }

    /** F.1.4.1, F.1.4.4.1: zero or not, sign, magnitude category, magnitude bits. */
    private void decodeDc(int part, short[] plane, int at) {
        byte[] contexts = dcContexts[dc[part].destination()];
        int context = categories[part];
        if (in.decide(contexts, context) == 0) {
            categories[part] = 0;
        } else {
            int sign = in.decide(contexts, context + 1);
            context += 2 + sign;
            int magnitude = in.decide(contexts, context);
            if (magnitude != 0) {
                context = 20;
                while (in.decide(contexts, context) != 0) {
                    magnitude = doubled(magnitude);
                    context++;
                }
            }
            int low = (1 << dc[part].low()) >> 1;
            int high = (1 << dc[part].high()) >> 1;
            categories[part] = magnitude < low ? 0 : magnitude > high ? 12 + sign * 4 : 4 + sign * 4;
            int value = 1 + bits(contexts, context + 14, magnitude);
            predictions[part] += sign == 1 ? -value : value;
        }
        int bound = progressive ? ScanDecoder.MAX_DC >> scan.low() : ScanDecoder.MAX_DC;
        int checked = ScanDecoder.checked(predictions[part], bound + 1);
        plane[at] = ScanDecoder.checked(checked << scan.low(), ScanDecoder.MAX_DC + 1);
    }

    private void decodeAc(int part, short[] plane, int at, int start, int end) {
        byte[] contexts = acContexts[ac[part].destination()];
        for (int k = start; k <= end; k++) {
            int context = 3 * (k - 1);
            if (in.decide(contexts, context) != 0) {
                return;
            }
            while (in.decide(contexts, context + 1) == 0) {
                context += 3;
                if (++k > end) {
                    throw SequentialPass.pastBlock();
                }
            }
            int sign = in.decide(even, 0);
            context += 2;
            int magnitude = in.decide(contexts, context);
            if (magnitude != 0 && in.decide(contexts, context) != 0) {
                magnitude = 2;
                context = k <= ac[part].low() ? 189 : 217;
                while (in.decide(contexts, context) != 0) {
                    magnitude = doubled(magnitude);
                    context++;
                }
            }
            int value = 1 + bits(contexts, context + 14, magnitude) << scan.low();
            plane[at + k] = ScanDecoder.checked(sign == 1 ? -value : value, ScanDecoder.MAX_AC);
        }
    }

    /** G.1.3.3: correction bits, and coefficients that appear only now. */
    private void refineAc(int part, short[] plane, int at) {
        byte[] contexts = acContexts[ac[part].destination()];
        int bit = 1 << scan.low();
        int lastBefore = scan.spectralEnd();
        while (lastBefore > 0 && plane[at + lastBefore] == 0) {
            lastBefore--;
        }
        for (int k = scan.spectralStart(); k <= scan.spectralEnd(); k++) {
            int context = 3 * (k - 1);
            if (k > lastBefore && in.decide(contexts, context) != 0) {
                return;
            }
            while (plane[at + k] == 0 && in.decide(contexts, context + 1) == 0) {
                context += 3;
                if (++k > scan.spectralEnd()) {
                    throw SequentialPass.pastBlock();
                }
            }
            int value = plane[at + k];
            if (value == 0) {
                plane[at + k] = (short) (in.decide(even, 0) == 1 ? -bit : bit);
            } else if (in.decide(contexts, context + 2) == 1) {
                plane[at + k] = ScanDecoder.checked(value < 0 ? value - bit : value + bit, ScanDecoder.MAX_AC);
            }
        }
    }

    /** The bits below the highest of a magnitude. */
    private int bits(byte[] contexts, int context, int magnitude) {
        int value = magnitude;
        for (int bit = magnitude >> 1; bit > 0; bit >>= 1) {
            if (in.decide(contexts, context) != 0) {
                value |= bit;
            }
        }
        return value;
    }

    private static int doubled(int magnitude) {
        if (magnitude << 1 >= MAX_MAGNITUDE) {
            throw Refused.damaged("JPEG magnitude out of range");
        }
        return magnitude << 1;
    }
}
