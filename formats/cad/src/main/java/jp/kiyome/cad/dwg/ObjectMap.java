package jp.kiyome.cad.dwg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.kiyome.core.limit.Budget;

/** Reads the map of objects (Open Design Specification for .dwg files, 23) and the objects it names. Not thread-safe. */
final class ObjectMap {

    private final DwgBytes in;
    private final Budget budget;
    private final List<DwgObject> objects = new ArrayList<>();
    private long at;

    ObjectMap(DwgBytes in, Budget budget) {
        this.in = in;
        this.budget = budget;
    }

    List<DwgObject> read(long from) {
        at = from;
        int size = part();
        while (size > 2) {
            budget.checkTime();
            size = part();
        }
        return objects;
    }

    /** One part: a size, pairs of differences, a check sum, both numbers the highest byte first. The last has no pairs. */
    private int part() {
        byte[] head = in.bytes(at, 2);
        int size = (head[0] & 0xFF) << 8 | head[1] & 0xFF;
        byte[] part = in.bytes(at, size);
        byte[] sum = in.bytes(at + size, 2);
        if (size < 2 || Crc16.of(part, Crc16.SEED) != ((sum[0] & 0xFF) << 8 | sum[1] & 0xFF)) {
            throw DwgBytes.fault(at, "check sum");
        }
        Pairs pairs = new Pairs(part);
        long handle = 0;
        long place = 0;
        while (pairs.left()) {
            handle += pairs.number(false);
            place += pairs.number(true);
            if (!objects.isEmpty() && objects.getLast().handle() >= handle) {
                throw DwgBytes.fault(at, "handles out of order");
            }
            objects.add(object(handle, place));
        }
        at += size + 2L;
        return size;
    }

    private DwgObject object(long handle, long from) {
        long low = in.number(from, 2);
        long size = low & 0x7FFF;
        int head = 2;
        if ((low & 0x8000) != 0) {
            long high = in.number(from + 2, 2);
            if ((high & 0x8000) != 0) {
                throw DwgBytes.fault(from, "size of an object");
            }
            size |= high << 15;
            head = 4;
        }
        byte[] object = in.bytes(from, head + size);
        if (Crc16.of(object, Crc16.SEED) != in.number(from + object.length, 2)) {
            throw DwgBytes.fault(from, "check sum of an object");
        }
        int type = new BitReader(Arrays.copyOfRange(object, head, Math.min(object.length, head + 4))).shortNumber();
        return new DwgObject(handle, type, from, object.length + 2);
    }

    /** Numbers in groups of seven bits, the lowest first; of signed ones the last group has the sign. */
    private static final class Pairs {

        private final byte[] part;
        private int next = 2;

        Pairs(byte[] part) {
            this.part = part;
        }

        boolean left() {
            return next < part.length;
        }

        long number(boolean signed) {
            long value = 0;
            for (int shift = 0; shift < 56; shift += 7) {
                if (!left()) {
                    break;
                }
                int group = part[next++] & 0xFF;
                if (group >= 0x80) {
                    value |= (long) (group & 0x7F) << shift;
                } else if (signed) {
                    value |= (long) (group & 0x3F) << shift;
                    return (group & 0x40) != 0 ? -value : value;
                } else {
                    return value | (long) group << shift;
                }
            }
            throw DwgBytes.fault(next, "a number without an end");
        }
    }
}
