package jp.kiyome.testcorpus.scan.picture;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** TIFF 6.0: tags that say how a page looks, and no byte that no tag refers to. */
final class TiffWalk implements PictureScan.Walk {

    private static final Set<Integer> TAGS = IntStream.of(
                    256, 257, 258, 259, 262, 273, 274, 277, 278, 279, 282, 283, 284, 296, 317, 320, 322, 323, 324, 325,
                    338, 339, 529, 530, 531, 532, 34675)
            .collect(HashSet::new, Set::add, Set::addAll);
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

    @Override
    public void walk(ByteBuffer in, List<String> found) {
        BitSet used = new BitSet(in.capacity());
        used.set(0, 8);
        Set<Integer> seen = new HashSet<>();
        for (int at = in.getInt(4); at != 0; ) {
            if (!seen.add(at)) {
                found.add("directory that leads back");
                return;
            }
            at = directory(in, at, used, found);
        }
        int gaps = used.nextClearBit(0);
        int unused = in.capacity() - used.cardinality();
        // a byte of padding may stand behind each value and strip
        if (unused > 4 * seen.size()) {
            found.add(unused + " bytes that nothing refers to, from " + gaps);
        }
    }

    private static int directory(ByteBuffer in, int at, BitSet used, List<String> found) {
        int entries = in.getShort(at) & 0xFFFF;
        used.set(at, at + 2 + 12 * entries + 4);
        int starts = -1;
        int lengths = -1;
        for (int i = 0; i < entries; i++) {
            int entry = at + 2 + 12 * i;
            int tag = in.getShort(entry) & 0xFFFF;
            int type = in.getShort(entry + 2) & 0xFFFF;
            if (!TAGS.contains(tag) || type < 1 || type >= SIZES.length) {
                found.add("tag " + tag + " of type " + type);
                continue;
            }
            int bytes = Math.multiplyExact(in.getInt(entry + 4), SIZES[type]);
            if (bytes > 4) {
                used.set(in.getInt(entry + 8), in.getInt(entry + 8) + bytes);
            }
            starts = tag == 273 || tag == 324 ? entry : starts;
            lengths = tag == 279 || tag == 325 ? entry : lengths;
        }
        if (starts >= 0 && lengths >= 0) {
            for (int i = 0; i < in.getInt(starts + 4); i++) {
                int from = value(in, starts, i);
                used.set(from, from + value(in, lengths, i));
            }
        }
        return in.getInt(at + 2 + 12 * entries);
    }

    private static int value(ByteBuffer in, int entry, int index) {
        int size = SIZES[in.getShort(entry + 2)];
        boolean inside = in.getInt(entry + 4) * size <= 4;
        int at = (inside ? entry + 8 : in.getInt(entry + 8)) + index * size;
        return size == 2 ? in.getShort(at) & 0xFFFF : in.getInt(at);
    }
}
