package jp.kiyome.image.tiff;

import jp.kiyome.core.content.Sink;

/** Encodes rows by ITU-T T.6 (2.2, figure 4), ended by EOFB. Not for sharing. */
final class Group4Rows implements StripWriter {

    private static final int[] VERTICAL_CODES = {2, 2, 2, 1, 3, 3, 3};
    private static final int[] VERTICAL_LENGTHS = {7, 6, 3, 1, 3, 6, 7};

    private final BitOutput out;
    private final int width;
    private BitRow above;
    private BitRow row;

    Group4Rows(Sink out, int width) {
        this.out = new BitOutput(out);
        this.width = width;
        this.above = new BitRow(width);
        this.row = new BitRow(width);
    }

    @Override
    public void write(byte[] bytes, int length) {
        row.scan(bytes, 0);
        int place = -1;
        boolean black = false;
        int a = 0;
        int b = 0;
        while (place < width) {
            b = above.changeRightOf(place, black, b);
            int a1 = row.at(a);
            int b1 = above.at(b);
            int b2 = above.at(b + 1);
            if (b2 < a1) {
                out.put(1, 4);
                place = b2;
            } else if (Math.abs(a1 - b1) <= 3) {
                out.put(VERTICAL_CODES[a1 - b1 + 3], VERTICAL_LENGTHS[a1 - b1 + 3]);
                place = a1;
                black = !black;
                a++;
            } else {
                int a2 = row.at(a + 1);
                out.put(1, 3);
                (black ? RunCodes.BLACK : RunCodes.WHITE).write(a1 - Math.max(place, 0), out);
                (black ? RunCodes.WHITE : RunCodes.BLACK).write(a2 - a1, out);
                place = a2;
                a += 2;
            }
        }
        BitRow swap = above;
        above = row;
        row = swap;
    }

    @Override
    public void finish() {
        out.put(1, 12);
        out.put(1, 12);
        out.finish();
    }
}
