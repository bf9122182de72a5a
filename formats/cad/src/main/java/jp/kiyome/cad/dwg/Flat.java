package jp.kiyome.cad.dwg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;

/**
 * A drawing of AutoCAD 2000 as its section locators and its map of objects say (Open Design Specification for .dwg files, 3, 8, 9,
 * 23): every check sum right, every mark where it must be, no two objects on the same bytes.
 *
 * @param codePage the number of the charset of its texts
 * @param variables the data of the header variables
 * @param classes the data of the class list
 * @param classNames names of classes as DXF has them, by number
 * @param objects by handle, in order
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
record Flat(int codePage, byte[] variables, byte[] classes, Map<Integer, String> classNames, List<DwgObject> objects) {

    static final byte[] HEAD_END = HexFormat.of().parseHex("95a04e2899821ae55e41e05f9d3a4d00");
    static final byte[] VARIABLES = HexFormat.of().parseHex("cf7b1f23fdde38a95f7c68b84e6d335f");
    static final byte[] CLASSES = HexFormat.of().parseHex("8da1c4b8c4a9f8c5c0dcf45fe7cfb68a");

    /** Where the number of locators stands, and the first of them. */
    static final int COUNT = 0x15;

    static final int FIRST = 0x19;
    static final int LOCATOR = 9;

    /** What the check sum of the head is mixed with, by the number of locators from three on. */
    private static final int[] MIXED = {0xA598, 0x8101, 0x3CC4, 0x8461};

    /** The mark behind a section: that before it with every bit turned. */
    static byte[] behind(byte[] before) {
        byte[] turned = before.clone();
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (byte) ~turned[i];
        }
        return turned;
    }

    static int headSum(byte[] head, int locators) {
        return Crc16.of(head, 0) ^ MIXED[locators - 3];
    }

    static Flat read(Content content, Budget budget) {
        DwgBytes in = new DwgBytes(content);
        long count = in.number(COUNT, 4);
        if (count < 3 || count > 6) {
            throw DwgBytes.fault(COUNT, "locators: " + count);
        }
        int headEnd = FIRST + LOCATOR * (int) count;
        if (headSum(in.bytes(0, headEnd), (int) count) != in.number(headEnd, 2)) {
            throw DwgBytes.fault(headEnd, "check sum");
        }
        in.require(headEnd + 2L, HEAD_END, "end of the head");
        byte[] classes = section(in, locator(in, 1), CLASSES);
        List<DwgObject> objects = new ObjectMap(in, budget).read(locator(in, 2));
        requireApart(objects);
        byte[] variables = section(in, locator(in, 0), VARIABLES);
        return new Flat((int) in.number(0x13, 2), variables, classes, names(classes), objects);
    }

    private static long locator(DwgBytes in, int index) {
        long at = FIRST + (long) LOCATOR * index;
        if (in.number(at, 1) != index) {
            throw DwgBytes.fault(at, "locators out of order");
        }
        return in.number(at + 1, 4);
    }

    private static byte[] section(DwgBytes in, long at, byte[] mark) {
        in.require(at, mark, "mark of a section");
        long size = in.number(at + mark.length, 4);
        byte[] checked = in.bytes(at + mark.length, 4 + size);
        long end = at + mark.length + checked.length;
        if (Crc16.of(checked, Crc16.SEED) != in.number(end, 2)) {
            throw DwgBytes.fault(end, "check sum");
        }
        in.require(end + 2, behind(mark), "mark behind a section");
        return in.bytes(at + mark.length + 4L, size);
    }

    /** The classes (10.2, until 2000): number, version, application, name, name as in DXF, whether it was a proxy, kind. */
    private static Map<Integer, String> names(byte[] classes) {
        Map<Integer, String> names = new HashMap<>();
        BitReader bits = new BitReader(classes);
        // Of the last bytes some are there to fill the section up.
        while (bits.left() >= 64) {
            int number = bits.shortNumber();
            bits.shortNumber();
            bits.text();
            bits.text();
            names.put(number, bits.text());
            bits.bits(1);
            bits.shortNumber();
        }
        return names;
    }

    private static void requireApart(List<DwgObject> objects) {
        List<DwgObject> byPlace = new ArrayList<>(objects);
        byPlace.sort((one, other) -> Long.compare(one.from(), other.from()));
        for (int i = 1; i < byPlace.size(); i++) {
            if (byPlace.get(i - 1).from() + byPlace.get(i - 1).length()
                    > byPlace.get(i).from()) {
                throw DwgBytes.fault(byPlace.get(i).from(), "two objects in one place");
            }
        }
    }
}
