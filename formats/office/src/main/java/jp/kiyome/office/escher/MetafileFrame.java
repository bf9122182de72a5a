package jp.kiyome.office.escher;

import jp.kiyome.office.record.NumberReader;
import jp.kiyome.office.record.NumberWriter;

/**
 * Where a metafile draws and how large it is ([MS-ODRAW] 2.2.31).
 *
 * @param numbers bounds and size: six numbers
 * @param stored bytes in the record
 */
// Nobody compares two frames.
@SuppressWarnings("ArrayRecordComponent")
record MetafileFrame(int[] numbers, int stored, boolean deflated) {

    private static final int DEFLATE = 0;
    private static final int NONE = 0xFE;
    private static final int NO_FILTER = 0xFE;

    /** Reads a header; the reader refuses where it is none. */
    static MetafileFrame read(NumberReader in) {
        in.skip(4);
        int[] numbers = new int[6];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.i32();
        }
        int stored = in.i32();
        int compression = in.u8();
        in.skip(1);
        if (compression != DEFLATE && compression != NONE) {
            in.refuse();
        }
        return new MetafileFrame(numbers, stored, compression == DEFLATE);
    }

    /** The header for a metafile that is stored deflated. */
    byte[] written(long plain, long deflatedSize) {
        NumberWriter out = new NumberWriter().i32((int) plain);
        for (int number : numbers) {
            out.i32(number);
        }
        return out.i32((int) deflatedSize).u8(DEFLATE).u8(NO_FILTER).bytes();
    }
}
