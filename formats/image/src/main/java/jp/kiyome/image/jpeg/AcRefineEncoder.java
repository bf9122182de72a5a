package jp.kiyome.image.jpeg;

/**
 * Later scans of a band of AC coefficients (T.81 G.1.2.3): coefficients that appear, and correction bits, which wait until the code
 * before them is known. As in libjpeg (jcphuff.c, encode_mcu_AC_refine). Not for sharing.
 */
final class AcRefineEncoder extends ScanEncoder {

    private final EndedBlocks ended;
    private final int table;
    private final HeldBits held;

    AcRefineEncoder(Frame frame, ScanPlan plan, Coefficients coefficients, byte[][] lastIndexes, CodeSink sink) {
        super(frame, plan, coefficients, lastIndexes, sink);
        table = CodeSink.ac(table(0));
        ended = new EndedBlocks(sink, table);
        held = new HeldBits(sink);
    }

    @Override
    void encode(int part, short[] plane, int at, int last) {
        int start = at + plan.spectralStart();
        int end = at + plan.spectralEnd();
        int stop = Math.min(end, last);
        int lastNew = lastNew(plane, start, stop);
        int run = 0;
        for (int k = start; k <= stop; k++) {
            int value = Math.abs(plane[k]) >> plan.low();
            if (value == 0) {
                run++;
                continue;
            }
            for (; run > 15 && k <= lastNew; run -= 16) {
                emitRun();
                sink.code(table, 0xF0, 0, 0);
                held.emitBlock();
            }
            if (value > 1) {
                held.add(value & 1);
            } else {
                emitRun();
                sink.code(table, run << 4 | 1, plane[k] < 0 ? 0 : 1, 1);
                held.emitBlock();
                run = 0;
            }
        }
        endBlock(run > 0 || stop < end);
    }

    private void endBlock(boolean zerosLeft) {
        if (zerosLeft || held.blockHasBits()) {
            boolean full = ended.add();
            if (held.endBlock() || full) {
                emitRun();
            }
        }
    }

    private int lastNew(short[] plane, int start, int end) {
        for (int k = end; k >= start; k--) {
            if (Math.abs(plane[k]) >> plan.low() == 1) {
                return k;
            }
        }
        return -1;
    }

    private void emitRun() {
        ended.emit();
        held.emitRun();
    }

    @Override
    void encodeHidden(int part) {
        throw new IllegalStateException("AC scans hold visible blocks alone");
    }

    @Override
    void finish() {
        emitRun();
    }
}
