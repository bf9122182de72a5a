package jp.kiyome.image.jpeg;

import java.util.Arrays;
import java.util.List;
import jp.kiyome.image.stream.Refused;

/** Decodes a damaged sequential scan to the coefficients that libjpeg makes of it (jdhuff.c). Not for sharing. */
final class TolerantScanDecoder implements McuWalk.Blocks {

    private final TolerantInput in;
    private final short[][] planes;
    private final int[] blocksWide;
    private final HuffmanTable[] dc;
    private final HuffmanTable[] ac;
    private final int[] predictions;
    private final short[] hidden = new short[64];
    private boolean skipped;

    TolerantScanDecoder(Frame frame, Scan scan, TolerantInput in, Coefficients coefficients) {
        this.in = in;
        List<Scan.Part> parts = scan.parts();
        planes =
                parts.stream().map(part -> coefficients.plane(part.component())).toArray(short[][]::new);
        blocksWide = parts.stream()
                .mapToInt(part -> frame.components().get(part.component()).blocksWide())
                .toArray();
        dc = parts.stream().map(part -> part.dc().huffman()).toArray(HuffmanTable[]::new);
        ac = parts.stream().map(part -> part.ac().huffman()).toArray(HuffmanTable[]::new);
        predictions = new int[parts.size()];
    }

    @Override
    public void unit() {
        skipped = in.insufficient();
    }

    @Override
    public void restart(int number) {
        in.restart(number);
        Arrays.fill(predictions, 0);
    }

    @Override
    public void block(int part, int line, int column, boolean visible) {
        if (skipped) {
            return;
        }
        if (visible) {
            decode(part, planes[part], (line * blocksWide[part] + column) * 64);
        } else {
            decode(part, hidden, 0);
        }
    }

    private void decode(int part, short[] plane, int at) {
        int size = symbol(dc[part]);
        if (size > 15) {
            throw Refused.damaged("JPEG DC difference of " + size + " bits");
        }
        predictions[part] += HuffmanDecoder.extend(in.bits(size), size);
        plane[at] = ScanDecoder.checked(predictions[part], ScanDecoder.MAX_DC);
        for (int k = 1; k < 64; k++) {
            int symbol = symbol(ac[part]);
            int run = symbol >> 4;
            int bits = symbol & 15;
            if (bits != 0) {
                // runs past the end of a block end in its last coefficient
                k = Math.min(63, k + run);
                int value = HuffmanDecoder.extend(in.bits(bits), bits);
                plane[at + k] = ScanDecoder.checked(value, ScanDecoder.MAX_AC);
            } else if (run == 15) {
                k += 15;
            } else {
                return;
            }
        }
    }

    /** Bits that are no code mean 0, seventeen of them. */
    private int symbol(HuffmanTable table) {
        int code = 0;
        int first = 0;
        int index = 0;
        for (int length = 1; length <= 16; length++) {
            code = code << 1 | in.bits(1);
            first <<= 1;
            int codes = table.codesOf(length);
            if (code - first < codes) {
                return table.symbol(index + code - first);
            }
            first += codes;
            index += codes;
        }
        in.bits(1);
        return 0;
    }
}
