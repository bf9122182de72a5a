package jp.kiyome.image.jpeg;

import java.util.Arrays;
import java.util.List;
import jp.kiyome.image.stream.Refused;

/**
 * Decodes one scan into {@link Coefficients}. What a block takes depends on the kind of scan: sequential, or one of the four of
 * progressive coding (T.81 G.1.2). Not for sharing.
 */
abstract class ScanDecoder implements McuWalk.Blocks {

    /** T.81 F.1.2.2.1: AC coefficients of 8-bit samples have at most ten bits. */
    static final int MAX_AC = 1023;

    /** T.81 F.1.2.1.2. */
    static final int MAX_DC = 2047;

    final EntropyInput in;
    final Scan scan;
    private final short[][] planes;
    private final int[] blocksWide;
    private final short[] hidden = new short[64];

    ScanDecoder(Frame frame, Scan scan, EntropyInput in, Coefficients coefficients) {
        this.in = in;
        this.scan = scan;
        List<Scan.Part> parts = scan.parts();
        planes =
                parts.stream().map(part -> coefficients.plane(part.component())).toArray(short[][]::new);
        blocksWide = parts.stream()
                .mapToInt(part -> frame.components().get(part.component()).blocksWide())
                .toArray();
    }

    static ScanDecoder of(Frame frame, Scan scan, EntropyInput in, Coefficients coefficients) {
        if (!frame.progressive()) {
            return new SequentialScanDecoder(frame, scan, in, coefficients);
        }
        boolean first = scan.high() == 0;
        if (scan.spectralStart() == 0) {
            return first
                    ? new DcFirstDecoder(frame, scan, in, coefficients)
                    : new DcRefineDecoder(frame, scan, in, coefficients);
        }
        return first
                ? new AcFirstDecoder(frame, scan, in, coefficients)
                : new AcRefineDecoder(frame, scan, in, coefficients);
    }

    @Override
    public final void block(int part, int line, int column, boolean visible) {
        in.prepare();
        if (visible) {
            decode(part, planes[part], (line * blocksWide[part] + column) * 64);
        } else {
            Arrays.fill(hidden, (short) 0);
            decode(part, hidden, 0);
        }
    }

    @Override
    public final void restart(int number) {
        in.endInterval(number);
        reset();
    }

    /** Decodes one block's share of this scan into {@code plane} from {@code at}. */
    abstract void decode(int part, short[] plane, int at);

    /** Predictions and runs begin anew. */
    abstract void reset();

    static short checked(int value, int max) {
        if (Math.abs(value) > max) {
            throw Refused.damaged("JPEG coefficient out of range");
        }
        return (short) value;
    }
}
