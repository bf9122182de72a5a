package jp.kiyome.office.doc.raw;

/**
 * Places in the text, and what each of them has ([MS-DOC] 2.2.2): one place more than data.
 *
 * @param places ascending, each from 0 on
 * @param data of {@code size} bytes each
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
public record Plc(int[] places, byte[] data, int size) {

    /**
     * Reads one; an empty one where nothing is.
     *
     * @param size of the data of a place, in bytes
     */
    public static Plc read(In in, int size) {
        if (in.left() < 4) {
            return new Plc(new int[0], new byte[0], size);
        }
        int count = (in.left() - 4) / (4 + size);
        int[] places = new int[count + 1];
        for (int i = 0; i <= count; i++) {
            places[i] = in.i32();
            if (places[i] < 0 || i > 0 && places[i] < places[i - 1]) {
                throw in.broken("places out of order");
            }
        }
        return new Plc(places, in.bytes(count * size), size);
    }

    /** How many places have data. */
    public int count() {
        return Math.max(0, places.length - 1);
    }

    public In at(int index) {
        return In.of(data, (long) index * size, size, "plc");
    }
}
