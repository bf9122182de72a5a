package jp.kiyome.image.jpeg;

import jp.kiyome.image.stream.Refused;

/** Later scans of a band of AC coefficients: correction bits, and coefficients that appear only now (T.81 G.1.2.3). Not for sharing. */
final class AcRefineDecoder extends ScanDecoder {

    private final HuffmanDecoder ac;
    private final int bit;
    private int endedBlocks;

    AcRefineDecoder(Frame frame, Scan scan, EntropyInput in, Coefficients coefficients) {
        super(frame, scan, in, coefficients);
        ac = scan.parts().getFirst().ac().decoder(HuffmanDecoder.Use.PROGRESSIVE_AC);
        bit = 1 << scan.low();
    }

    @Override
    void decode(int part, short[] plane, int at) {
        int k = at + scan.spectralStart();
        int end = at + scan.spectralEnd() + 1;
        if (endedBlocks > 0) {
            endedBlocks--;
            correct(plane, k, end, 64);
            return;
        }
        while (k < end) {
            int symbol = ac.symbol(in);
            int run = symbol >> 4;
            int size = symbol & 15;
            if (size > 1) {
                throw Refused.damaged("JPEG refinement by more than a bit");
            }
            if (size == 0 && run < 15) {
                endedBlocks = (1 << run) - 1 + (run == 0 ? 0 : in.bits(run));
                correct(plane, k, end, 64);
                return;
            }
            int value = size == 0 ? 0 : in.bits(1) == 1 ? bit : -bit;
            k = correct(plane, k, end, run);
            if (value != 0) {
                if (k >= end) {
                    throw SequentialPass.pastBlock();
                }
                plane[k] = checked(value, MAX_AC);
            }
            k++;
        }
    }

    /** Corrects the coefficients that are not 0, passing over {@code zeros} that are; returns where the next zero stands, or {@code end}. */
    private int correct(short[] plane, int from, int end, int zeros) {
        byte[] data = in.data;
        int position = in.bit;
        int left = zeros;
        int k = from;
        for (; k < end; k++) {
            int value = plane[k];
            if (value != 0) {
                if ((data[position >> 3] << (position & 7) & 0x80) != 0) {
                    plane[k] = checked(value > 0 ? value + bit : value - bit, MAX_AC);
                }
                position++;
            } else if (left-- == 0) {
                break;
            }
        }
        in.bit = position;
        return k;
    }

    @Override
    void reset() {
        endedBlocks = 0;
    }
}
