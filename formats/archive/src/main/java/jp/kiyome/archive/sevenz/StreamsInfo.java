package jp.kiyome.archive.sevenz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import jp.kiyome.core.finding.Refusal;

/** Reads what is packed where (7zFormat.txt, "Streams Info"). Only coders of one input and one output are known. */
final class StreamsInfo {

    /** Coders behind each other. */
    private static final int MOST_CODERS = 4;

    private static final int MOST_PROPERTIES = 64;

    private final HeaderInput in;
    private final long dataEnd;
    private long[] sizes = {};
    private long packedAt;
    private List<Folder> folders = new ArrayList<>();

    /** @param dataEnd offset in the file behind which nothing is packed */
    private StreamsInfo(HeaderInput in, long dataEnd) {
        this.in = in;
        this.dataEnd = dataEnd;
    }

    static List<Folder> read(HeaderInput in, long dataEnd) {
        StreamsInfo info = new StreamsInfo(in, dataEnd);
        info.read();
        return info.folders;
    }

    private void read() {
        int id = in.u8();
        if (id == Id.PACK_INFO) {
            packed();
            id = in.u8();
        }
        if (id == Id.UNPACK_INFO) {
            unpacked();
            id = in.u8();
        }
        if (id == Id.SUB_STREAMS) {
            files();
            id = in.u8();
        } else {
            folders = new ArrayList<>(folders.stream()
                    .map(folder -> folder.with(List.of(new Folder.Packed(folder.unpacked(), folder.crc32()))))
                    .toList());
        }
        if (id != Id.END || sizes.length != folders.size()) {
            throw HeaderInput.broken("streams without end or folder");
        }
    }

    private void packed() {
        packedAt = Signature.SIZE + in.number();
        int count = in.count(8);
        long at = packedAt;
        int id = in.u8();
        if (id == Id.SIZE) {
            sizes = new long[count];
            for (int i = 0; i < count; i++) {
                sizes[i] = in.number();
                if (at < Signature.SIZE || at > dataEnd || sizes[i] > dataEnd - at) {
                    throw Refusal.of("sevenz.truncated", sizes[i] + " bytes at " + at);
                }
                at += sizes[i];
            }
            id = in.u8();
        }
        if (id == Id.CRC) {
            digests(count);
            id = in.u8();
        }
        if (id != Id.END || sizes.length != count) {
            throw HeaderInput.broken("packed streams");
        }
    }

    private void unpacked() {
        in.expect(Id.FOLDER);
        int count = in.count(8);
        in.expect(0);
        List<List<Coder>> chains = new ArrayList<>();
        List<int[]> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Coder> coders = coders();
            orders.add(order(coders.size()));
            chains.add(coders);
        }
        in.expect(Id.UNPACK_SIZES);
        for (List<Coder> coders : chains) {
            coders.replaceAll(coder -> new Coder(coder.id(), coder.properties(), in.number()));
        }
        OptionalLong[] sums = new OptionalLong[count];
        Arrays.fill(sums, OptionalLong.empty());
        int id = in.u8();
        if (id == Id.CRC) {
            sums = digests(count);
            id = in.u8();
        }
        if (id != Id.END || count > sizes.length) {
            throw HeaderInput.broken("folders");
        }
        long at = packedAt;
        for (int i = 0; i < count; i++) {
            List<Coder> ordered = new ArrayList<>();
            for (int coder : orders.get(i)) {
                ordered.add(chains.get(i).get(coder));
            }
            folders.add(new Folder(ordered, at, sizes[i], sums[i], List.of()));
            at += sizes[i];
        }
    }

    private List<Coder> coders() {
        int count = in.count(8);
        if (count < 1 || count > MOST_CODERS) {
            throw Refusal.of("sevenz.method", count + " coders");
        }
        List<Coder> coders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int flags = in.u8();
            long id = 0;
            for (byte b : in.take(flags & 0x0F)) {
                id = id << 8 | b & 0xFF;
            }
            if ((flags & 0xC0) != 0) {
                throw HeaderInput.broken("flags of a coder");
            }
            if ((flags & 0x10) != 0) {
                oneStream(in.number(), in.number(), id);
            }
            int size = (flags & 0x20) != 0 ? in.count(8) : 0;
            if (size > MOST_PROPERTIES) {
                throw HeaderInput.broken(size + " bytes of properties");
            }
            coders.add(new Coder(id, in.take(size), 0));
        }
        return coders;
    }

    private static void oneStream(long inputs, long outputs, long id) {
        if (inputs != 1 || outputs != 1) {
            throw Refusal.of("sevenz.method", "0x" + Long.toHexString(id) + " with several streams");
        }
    }

    /** Which coder follows which, from the packed bytes on: the input of one is the output of another. */
    private int[] order(int count) {
        int[] readerOf = new int[count];
        boolean[] fed = new boolean[count];
        Arrays.fill(readerOf, -1);
        for (int i = 0; i < count - 1; i++) {
            int input = in.count(1);
            int output = in.count(1);
            if (input >= count || output >= count || fed[input] || readerOf[output] >= 0) {
                throw HeaderInput.broken("coders that are not a chain");
            }
            fed[input] = true;
            readerOf[output] = input;
        }
        int[] order = new int[count];
        int next = 0;
        while (next < count - 1 && fed[next]) {
            next++;
        }
        for (int i = 0; i < count; i++) {
            if (next < 0) {
                throw HeaderInput.broken("coders that are not a chain");
            }
            order[i] = next;
            next = readerOf[next];
        }
        return order;
    }

    private void files() {
        int[] counts = new int[folders.size()];
        Arrays.fill(counts, 1);
        int id = in.u8();
        if (id == Id.UNPACK_STREAMS) {
            for (int i = 0; i < counts.length; i++) {
                // Each file but the last of a folder has a size, and a file without bytes needs no folder.
                counts[i] = in.count(1);
            }
            id = in.u8();
        }
        boolean told = id == Id.SIZE;
        List<long[]> split = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            split.add(split(folders.get(i).unpacked(), counts[i], told));
        }
        id = told ? in.u8() : id;
        sums(counts, split, id == Id.CRC);
        if ((id == Id.CRC ? in.u8() : id) != Id.END) {
            throw HeaderInput.broken("files of folders");
        }
    }

    private long[] split(long whole, int count, boolean told) {
        if (count > 1 && (!told || count - 1 > in.left())) {
            throw HeaderInput.broken(count + " files without sizes");
        }
        long[] split = new long[count];
        long left = whole;
        for (int i = 0; i < count; i++) {
            split[i] = i == count - 1 ? left : in.number();
            left -= split[i];
            if (split[i] < 0 || left < 0) {
                throw HeaderInput.broken("files larger than their folder");
            }
        }
        return split;
    }

    /** Check sums stand here for all files but those that are alone in a folder with one. */
    private void sums(int[] counts, List<long[]> split, boolean told) {
        int unknown = 0;
        for (int i = 0; i < counts.length; i++) {
            unknown += alone(counts, i) ? 0 : counts[i];
        }
        OptionalLong[] sums = told ? digests(unknown) : new OptionalLong[0];
        int next = 0;
        for (int i = 0; i < counts.length; i++) {
            List<Folder.Packed> files = new ArrayList<>();
            for (long size : split.get(i)) {
                boolean own = !alone(counts, i);
                OptionalLong sum = !own ? folders.get(i).crc32() : told ? sums[next++] : OptionalLong.empty();
                files.add(new Folder.Packed(size, sum));
            }
            folders.set(i, folders.get(i).with(files));
        }
    }

    private boolean alone(int[] counts, int i) {
        return counts[i] == 1 && folders.get(i).crc32().isPresent();
    }

    private OptionalLong[] digests(int count) {
        BitSet there = in.bitsOrAll(count);
        if (there.cardinality() > in.left() / 4) {
            throw HeaderInput.broken("check sums");
        }
        OptionalLong[] digests = new OptionalLong[count];
        for (int i = 0; i < count; i++) {
            digests[i] = there.get(i) ? OptionalLong.of(in.u32()) : OptionalLong.empty();
        }
        return digests;
    }
}
