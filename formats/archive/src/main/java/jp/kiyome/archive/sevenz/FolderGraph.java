package jp.kiyome.archive.sevenz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import jp.kiyome.core.finding.Refusal;

/**
 * Coders of one folder and what feeds which (7zFormat.txt, "Folder"): a tree whose root gives the files and whose leaves are
 * packed streams. Every coder has one output; nothing may stand beside the tree, or twice in it.
 */
final class FolderGraph {

    /** BCJ2, three packers behind it, a cipher before each of its four streams, and as many to spare. */
    private static final int MOST_CODERS = 12;

    private static final int MOST_INPUTS = 4;
    private static final int MOST_PROPERTIES = 64;
    private static final int NONE = -1;

    private final List<Coder> coders = new ArrayList<>();
    private int[] firstInput = {};
    private int[] feeder = {};
    private int[] packedStream = {};
    private int root = NONE;

    private FolderGraph() {}

    static FolderGraph read(HeaderInput in) {
        FolderGraph graph = new FolderGraph();
        graph.coders(in);
        graph.bonds(in);
        return graph;
    }

    /** How many streams of the file it reads. */
    int packedStreams() {
        return packedStream.length;
    }

    /** The sizes of what comes out of the coders, in their order. */
    void sizes(HeaderInput in) {
        coders.replaceAll(coder -> coder.giving(in.number()));
    }

    /** @param streams the folder's own, in their order */
    Folder folder(List<Source.Packed> streams, OptionalLong crc32) {
        boolean encrypted = coders.stream().anyMatch(coder -> coder.id() == Id.AES);
        long packed = streams.stream().mapToLong(Source.Packed::size).sum();
        return new Folder(coded(root, streams), packed, encrypted, crc32, List.of());
    }

    private void coders(HeaderInput in) {
        int count = in.count(8);
        if (count < 1 || count > MOST_CODERS) {
            throw Refusal.of("sevenz.method", count + " coders");
        }
        firstInput = new int[count + 1];
        for (int i = 0; i < count; i++) {
            coders.add(coder(in));
            firstInput[i + 1] = firstInput[i] + coders.get(i).inputs();
        }
    }

    private static Coder coder(HeaderInput in) {
        int flags = in.u8();
        long id = 0;
        if ((flags & 0x0F) > Long.BYTES || (flags & 0xC0) != 0) {
            throw HeaderInput.broken("flags of a coder");
        }
        for (byte b : in.take(flags & 0x0F)) {
            id = id << 8 | b & 0xFF;
        }
        boolean several = (flags & 0x10) != 0;
        long inputs = several ? in.number() : 1;
        long outputs = several ? in.number() : 1;
        if (outputs != 1 || inputs != (id == Id.BCJ2 ? MOST_INPUTS : 1)) {
            throw Refusal.of("sevenz.method", "0x" + Long.toHexString(id) + " with several streams");
        }
        int size = (flags & 0x20) != 0 ? in.count(8) : 0;
        if (size > MOST_PROPERTIES) {
            throw HeaderInput.broken(size + " bytes of properties");
        }
        return new Coder(id, (int) inputs, in.take(size), 0);
    }

    /** Bonds feed an input with the output of another coder; the inputs that are left read packed streams. */
    private void bonds(HeaderInput in) {
        int inputs = firstInput[coders.size()];
        feeder = new int[inputs];
        Arrays.fill(feeder, NONE);
        boolean[] used = new boolean[coders.size()];
        for (int i = 0; i < coders.size() - 1; i++) {
            int input = in.count(1);
            int output = in.count(1);
            if (input >= inputs || output >= coders.size() || feeder[input] != NONE || used[output]) {
                throw broken();
            }
            feeder[input] = output;
            used[output] = true;
        }
        packedStream = new int[inputs - coders.size() + 1];
        for (int i = 0; i < packedStream.length; i++) {
            packedStream[i] = packedStream.length == 1 ? firstUnfed() : in.count(1);
            if (packedStream[i] >= inputs || feeder[packedStream[i]] != NONE) {
                throw broken();
            }
        }
        root = 0;
        while (used[root]) {
            root++;
        }
        requireTree(used.length);
    }

    private int firstUnfed() {
        int input = 0;
        while (feeder[input] != NONE) {
            input++;
        }
        return input;
    }

    private void requireTree(int count) {
        boolean[] reached = new boolean[count];
        reach(root, reached);
        for (boolean there : reached) {
            if (!there) {
                throw broken();
            }
        }
        if (Arrays.stream(packedStream).distinct().count() != packedStream.length) {
            throw broken();
        }
    }

    /** Every output is used once, so a walk from the root meets no coder twice, and no more coders than there are. */
    private void reach(int coder, boolean[] reached) {
        reached[coder] = true;
        for (int input = firstInput[coder]; input < firstInput[coder + 1]; input++) {
            if (feeder[input] != NONE) {
                reach(feeder[input], reached);
            }
        }
    }

    private Source.Coded coded(int coder, List<Source.Packed> streams) {
        List<Source> inputs = new ArrayList<>();
        for (int input = firstInput[coder]; input < firstInput[coder + 1]; input++) {
            inputs.add(feeder[input] == NONE ? streams.get(streamOf(input)) : coded(feeder[input], streams));
        }
        return new Source.Coded(coders.get(coder), inputs);
    }

    private int streamOf(int input) {
        for (int i = 0; i < packedStream.length; i++) {
            if (packedStream[i] == input) {
                return i;
            }
        }
        throw broken();
    }

    private static Refusal broken() {
        return HeaderInput.broken("coders that are not a tree");
    }
}
