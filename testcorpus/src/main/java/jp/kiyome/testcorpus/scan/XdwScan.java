package jp.kiyome.testcorpus.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The properties of DocuWorks documents, unpacked, and what must not be in those of one that was rebuilt. Written from the public descriptions alone. */
final class XdwScan {

    private static final Set<Integer> MUST_NOT = Set.of(0x800F, 0x8043, 0x8045, 0xC02F);

    private XdwScan() {}

    static boolean is(Layer layer) {
        byte[] file = layer.bytes();
        return layer.startsWith(0x60) && file.length > 24 && file[2] == (byte) 0x82 && file[8] == (byte) 0xC0;
    }

    /** Every packed tree and drawing that can be found, wherever it stands. */
    static List<Layer> layers(Layer layer) {
        List<Layer> found = new ArrayList<>();
        byte[] file = layer.bytes();
        for (int at = 0; at + 6 < file.length; at++) {
            int tag = file[at] & 0xFF;
            if (tag == 0x68 || tag == 0x65) {
                properties(layer, at, found);
            }
        }
        return found;
    }

    /** A trailer at a place says how long the tree before it is. */
    private static void properties(Layer layer, int at, List<Layer> found) {
        byte[] file = layer.bytes();
        try {
            int[] value = value(file, at);
            int last = value[0] + value[1] - 4;
            // The last field of a trailer is how long its value is, the lowest byte first.
            if (Integer.reverseBytes(number(file, last, 4)) != value[1]) {
                return;
            }
            int size = -1;
            int stored = -1;
            for (int field = value[0]; field < value[0] + value[1]; ) {
                int[] inner = value(file, field);
                int number = number(file, inner[0], inner[1]);
                size = (file[field] & 0xFF) == 0x83 ? number : size;
                stored = (file[field] & 0xFF) == 0x84 ? number : stored;
                field = inner[0] + inner[1];
            }
            if (size > 0 && stored > 0 && size < 1 << 24) {
                byte[] tree = new SlowLh5(Arrays.copyOfRange(file, at - stored, at)).unpack(size);
                found.add(new Layer(layer.path() + "/properties", tree));
            }
        } catch (RuntimeException noTrailer) {
            return;
        }
    }

    static void look(Layer layer, Check.Found found) {
        for (Layer tree : layers(layer)) {
            byte[] bytes = tree.bytes();
            for (int at = 0; at < bytes.length; ) {
                int[] record = value(bytes, at);
                int kind = number(bytes, record[0] + 5, bytes[record[0] + 4]) & 0xFFFF;
                if (MUST_NOT.contains(kind)) {
                    found.vector("properties", "an object of kind " + Integer.toHexString(kind));
                }
                if (kind == 0x1306 && record[1] > 5 + bytes[record[0] + 4]) {
                    found.vector("properties", "an attached file");
                }
                at = record[0] + record[1];
            }
        }
        if (layers(layer).size() > 1) {
            found.vector("properties", "more than one save");
        }
    }

    /** Where the value of an element begins, and its length. */
    private static int[] value(byte[] bytes, int at) {
        int length = bytes[at + 1] & 0xFF;
        if (length < 0x80) {
            return new int[] {at + 2, length};
        }
        int count = length & 0x7F;
        return new int[] {at + 2 + count, number(bytes, at + 2, count)};
    }

    private static int number(byte[] bytes, int at, int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 8 | bytes[at + i] & 0xFF;
        }
        return number;
    }
}
