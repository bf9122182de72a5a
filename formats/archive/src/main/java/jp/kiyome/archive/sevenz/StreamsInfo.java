package jp.kiyome.archive.sevenz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import jp.kiyome.core.finding.Refusal;

/** Reads what is packed where (7zFormat.txt, "Streams Info"). */
final class StreamsInfo {

    private final HeaderInput in;
    private final long dataEnd;
    private final List<Source.Packed> packed = new ArrayList<>();
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
        if (id != Id.END || !packed.isEmpty() && folders.isEmpty()) {
            throw HeaderInput.broken("streams without end or folder");
        }
    }

    private void packed() {
        long at = Signature.SIZE + in.number();
        int count = in.count(8);
        int id = in.u8();
        if (id == Id.SIZE) {
            for (int i = 0; i < count; i++) {
                long size = in.number();
                if (at < Signature.SIZE || at > dataEnd || size > dataEnd - at) {
                    throw Refusal.of("sevenz.truncated", size + " bytes at " + at);
                }
                packed.add(new Source.Packed(at, size));
                at += size;
            }
            id = in.u8();
        }
        if (id == Id.CRC) {
            digests(count);
            id = in.u8();
        }
        if (id != Id.END || packed.size() != count) {
            throw HeaderInput.broken("packed streams");
        }
    }

    private void unpacked() {
        in.expect(Id.FOLDER);
        int count = in.count(8);
        in.expect(0);
        List<FolderGraph> graphs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            graphs.add(FolderGraph.read(in));
        }
        in.expect(Id.UNPACK_SIZES);
        graphs.forEach(graph -> graph.sizes(in));
        OptionalLong[] sums = new OptionalLong[count];
        Arrays.fill(sums, OptionalLong.empty());
        int id = in.u8();
        if (id == Id.CRC) {
            sums = digests(count);
            id = in.u8();
        }
        if (id != Id.END) {
            throw HeaderInput.broken("folders");
        }
        int used = 0;
        for (int i = 0; i < count; i++) {
            int streams = graphs.get(i).packedStreams();
            if (streams > packed.size() - used) {
                throw HeaderInput.broken("folders without packed streams");
            }
            folders.add(graphs.get(i).folder(packed.subList(used, used + streams), sums[i]));
            used += streams;
        }
        if (used != packed.size()) {
            throw HeaderInput.broken("streams without folder");
        }
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
