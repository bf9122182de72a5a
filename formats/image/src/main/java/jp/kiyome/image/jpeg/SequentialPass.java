package jp.kiyome.image.jpeg;

import jp.kiyome.core.finding.Refusal;
import jp.kiyome.image.stream.Refused;

/**
 * One pass over the only scan of a sequential file (T.81 annex F), block by block and without keeping any. Blocks beyond the
 * picture's edge are read but not carried over: in their place stands the cheapest block, the DC of the block before and no AC, as
 * libjpeg's transcoder writes it (jctrans.c). Nothing of what an encoder hid there comes through. Not for sharing.
 */
abstract class SequentialPass implements McuWalk.Blocks {

    /** T.81 table F.1: differences of 8-bit samples have at most eleven bits. */
    private static final int MAX_DC = 2047;

    final EntropyInput in;
    private final HuffmanDecoder[] dc;
    private final HuffmanDecoder[] ac;
    private final int[] components;
    private final int[] readDc;
    private final int[] writtenDc;

    SequentialPass(Scan scan, EntropyInput in, HuffmanDecoder[] dc, HuffmanDecoder[] ac) {
        this.in = in;
        this.dc = dc;
        this.ac = ac;
        this.components = scan.parts().stream().mapToInt(Scan.Part::component).toArray();
        this.readDc = new int[scan.parts().size()];
        this.writtenDc = new int[scan.parts().size()];
    }

    @Override
    public final void restart(int number) {
        in.endInterval(number);
        java.util.Arrays.fill(readDc, 0);
    }

    @Override
    public final void block(int part, int line, int column, boolean visible) {
        in.prepare();
        int size = dc[part].symbol(in);
        int value = readDc[part] + HuffmanDecoder.extend(size == 0 ? 0 : in.bits(size), size);
        readDc[part] = value;
        if (visible) {
            int difference = value - writtenDc[part];
            if (Math.abs(value) > MAX_DC || Math.abs(difference) > MAX_DC) {
                throw Refused.damaged("JPEG DC coefficient out of range");
            }
            writtenDc[part] = value;
            visibleBlock(ColourModel.tableOf(part), difference, ac[part], place(components[part], line, column));
        } else {
            skipAc(ac[part]);
            hiddenBlock(ColourModel.tableOf(part));
        }
    }

    /** Takes the DC difference and reads the block's AC codes from the input; {@code place} is the block's in the picture. */
    abstract void visibleBlock(int table, int difference, HuffmanDecoder acDecoder, long place);

    /** Writes or counts a DC difference of 0 and an end of block. */
    abstract void hiddenBlock(int table);

    /** The same number for the same block of any file with these coefficients. */
    static long place(int component, int line, int column) {
        return (((long) component << 16 | line) << 16 | column) << 6;
    }

    private void skipAc(HuffmanDecoder decoder) {
        int k = 1;
        while (k < 64) {
            long window = EntropyInput.peek(in.data, in.bit);
            int entry = decoder.lookUp[(int) (window >>> HuffmanDecoder.LOOK_SHIFT)];
            if (entry == 0) {
                entry = decoder.longEntry(window);
            }
            in.bit += entry >> 16;
            int symbol = entry & 0xFF;
            k = symbol == 0 ? 64 : k + (symbol >> 4) + 1;
        }
    }

    static int size(int value) {
        return 32 - Integer.numberOfLeadingZeros(Math.abs(value));
    }

    /** A run that leads past the last coefficient. */
    static Refusal pastBlock() {
        return Refused.damaged("JPEG block of more than 64 coefficients");
    }
}
