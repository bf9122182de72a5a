package jp.kiyome.image.pict;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/**
 * A region: rectangles that together cover it. Immutable.
 *
 * @param bounds around all of them
 */
record PictRegion(PictRect bounds, List<PictRect> parts) {

    private static final int END = 0x7FFF;
    private static final int PLAIN = 10;
    private static final int MOST = 16_384;

    static final PictRegion NONE = new PictRegion(PictRect.NONE, List.of());

    /**
     * Reads one: its size, its bounds and, where it is more than a rectangle, for each row where something changes the columns at which
     * inside and outside change places.
     */
    static PictRegion read(ByteReader in) {
        int size = in.u16be();
        if (size < PLAIN) {
            throw Refused.damaged("PICT region of " + size + " bytes");
        }
        in.require(size - 2);
        long end = in.position() + size - 2;
        PictRect bounds = PictRect.read(in);
        List<PictRect> parts = size == PLAIN ? List.of(bounds) : rows(in, end);
        in.seek(end);
        return new PictRegion(bounds, parts);
    }

    private static List<PictRect> rows(ByteReader in, long end) {
        List<PictRect> parts = new ArrayList<>();
        TreeSet<Integer> columns = new TreeSet<>();
        int top = 0;
        while (in.position() + 2 <= end) {
            int row = (short) in.u16be();
            if (row == END) {
                return List.copyOf(parts);
            }
            add(parts, columns, top, row);
            top = row;
            for (int column = next(in, end); column != END; column = next(in, end)) {
                if (!columns.remove(column)) {
                    columns.add(column);
                }
            }
        }
        throw Refused.damaged("PICT region without an end");
    }

    private static int next(ByteReader in, long end) {
        if (in.position() + 2 > end) {
            throw Refused.damaged("PICT region whose row has no end");
        }
        return (short) in.u16be();
    }

    private static void add(List<PictRect> parts, TreeSet<Integer> columns, int top, int bottom) {
        if (!columns.isEmpty() && bottom <= top) {
            throw Refused.damaged("PICT region with rows out of order");
        }
        int left = 0;
        boolean inside = false;
        for (int column : columns) {
            if (inside) {
                parts.add(new PictRect(left, top, column, bottom));
            }
            left = column;
            inside = !inside;
        }
        if (parts.size() > MOST) {
            throw Refused.tooLarge("PICT region of more than " + MOST + " rectangles");
        }
    }
}
