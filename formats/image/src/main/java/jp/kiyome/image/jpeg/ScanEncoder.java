package jp.kiyome.image.jpeg;

import java.util.List;

/** Encodes one scan from {@link Coefficients} into a {@link CodeSink}; the counterpart of {@link ScanDecoder}. Not for sharing. */
abstract class ScanEncoder implements McuWalk.Blocks {

    final CodeSink sink;
    final ScanPlan plan;
    private final short[][] planes;
    private final byte[][] lastIndexes;
    private final int[] blocksWide;
    private final int[] tables;

    ScanEncoder(Frame frame, ScanPlan plan, Coefficients coefficients, byte[][] lastIndexes, CodeSink sink) {
        this.sink = sink;
        this.plan = plan;
        List<Integer> components = plan.components();
        planes = components.stream().map(coefficients::plane).toArray(short[][]::new);
        this.lastIndexes = components.stream().map(c -> lastIndexes[c]).toArray(byte[][]::new);
        blocksWide = components.stream()
                .mapToInt(c -> frame.components().get(c).blocksWide())
                .toArray();
        tables = components.stream().mapToInt(ColourModel::tableOf).toArray();
    }

    static ScanEncoder of(Frame frame, ScanPlan plan, Coefficients coefficients, byte[][] lastIndexes, CodeSink sink) {
        if (!frame.progressive()) {
            return new SequentialScanEncoder(frame, plan, coefficients, lastIndexes, sink);
        }
        if (plan.spectralStart() == 0) {
            return new DcEncoder(frame, plan, coefficients, lastIndexes, sink);
        }
        return plan.high() == 0
                ? new AcFirstEncoder(frame, plan, coefficients, lastIndexes, sink)
                : new AcRefineEncoder(frame, plan, coefficients, lastIndexes, sink);
    }

    @Override
    public final void block(int part, int line, int column, boolean visible) {
        if (visible) {
            int block = line * blocksWide[part] + column;
            encode(part, planes[part], block * 64, block * 64 + lastIndexes[part][block]);
        } else {
            encodeHidden(part);
        }
    }

    @Override
    public final void restart(int number) {
        throw new IllegalStateException("we write no restart intervals");
    }

    /** @param last index into {@code plane} of the block's last coefficient that is not 0, or {@code at} */
    abstract void encode(int part, short[] plane, int at, int last);

    /** The cheapest block, in place of one that only fills up a unit at the edge. */
    abstract void encodeHidden(int part);

    /** What is still held back when the scan ends. */
    void finish() {}

    final int table(int part) {
        return tables[part];
    }

    /** A value's size and bits as T.81 F.1.2.1 codes them, behind a run of zeros. */
    final void value(int table, int run, int value) {
        int size = SequentialPass.size(value);
        sink.code(table, run << 4 | size, value < 0 ? value + (1 << size) - 1 : value, size);
    }
}
