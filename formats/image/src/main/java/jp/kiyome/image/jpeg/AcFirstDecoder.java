package jp.kiyome.image.jpeg;

/** The first scan of a band of AC coefficients, with runs of ended blocks (T.81 G.1.2.2). Not for sharing. */
final class AcFirstDecoder extends ScanDecoder {

    private final HuffmanDecoder ac;
    private int endedBlocks;

    AcFirstDecoder(Frame frame, Scan scan, EntropyInput in, Coefficients coefficients) {
        super(frame, scan, in, coefficients);
        ac = scan.parts().getFirst().ac().decoder(HuffmanDecoder.Use.PROGRESSIVE_AC);
    }

    @Override
    void decode(int part, short[] plane, int at) {
        if (endedBlocks > 0) {
            endedBlocks--;
            return;
        }
        int k = scan.spectralStart();
        int last = scan.spectralEnd();
        while (k <= last) {
            int symbol = ac.symbol(in);
            int run = symbol >> 4;
            int size = symbol & 15;
            if (size != 0) {
                k += run;
                if (k > last) {
                    throw SequentialPass.pastBlock();
                }
                plane[at + k++] = checked(HuffmanDecoder.extend(in.bits(size), size) << scan.low(), MAX_AC);
            } else if (run == 15) {
                k += 16;
            } else {
                endedBlocks = (1 << run) - 1 + (run == 0 ? 0 : in.bits(run));
                return;
            }
        }
    }

    @Override
    void reset() {
        endedBlocks = 0;
    }
}
