package jp.kiyome.ichitaro.store;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kiyome.ichitaro.raw.In;
import jp.kiyome.ichitaro.raw.Notes;
import jp.kiyome.ichitaro.raw.Out;

/**
 * A store of parts in blocks of 256 bytes: blocks first, then for each part a list of its blocks. All numbers are big-endian.
 * Structure: docs/formats/ichitaro.md.
 */
public final class BlockStore {

    public static final String MAGIC = "SsmgV.01";

    private static final int BLOCK = 256;
    private static final int MOST_PARTS = 4096;

    private final In in;
    private final Notes notes;
    private final byte[] blocks;
    private final int count;
    private final int parts;
    private final BitSet used = new BitSet();
    private boolean slack;

    private BlockStore(byte[] bytes, Notes notes) {
        this.notes = notes;
        this.in = new In(bytes, notes);
        if (!in.startsWith(MAGIC)) {
            throw notes.damaged("no " + MAGIC);
        }
        in.take(MAGIC.length());
        this.parts = in.count(MOST_PARTS);
        if (in.u32() != BLOCK) {
            throw notes.damaged("blocks of another size than " + BLOCK);
        }
        this.count = in.count(in.left() / BLOCK);
        this.blocks = in.take(count * BLOCK);
    }

    /** The parts in the order of the directory. Bytes that belong to none are a finding. */
    public static List<Part> read(byte[] bytes, Notes notes) {
        return new BlockStore(bytes, notes).read();
    }

    private List<Part> read() {
        List<Part> read = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        for (int i = 0; i < parts; i++) {
            Part part = part();
            if (!ids.add(part.id())) {
                throw notes.damaged("two parts " + part.id());
            }
            read.add(part);
        }
        slack |= in.left() > 0 && in.u32() != 0;
        slack |= in.left() > 0;
        for (int block = used.nextClearBit(0); block < count; block = used.nextClearBit(block + 1)) {
            zeros(block * BLOCK, (block + 1) * BLOCK);
        }
        if (slack) {
            notes.removed("ichitaro.loose-bytes", MAGIC);
        }
        return List.copyOf(read);
    }

    private Part part() {
        int id = in.count(Integer.MAX_VALUE);
        slack |= in.u32() != 0;
        int length = in.count((long) count * BLOCK);
        int listed = in.count(in.left() / 4);
        if (in.u32() != listed || (long) listed * BLOCK < length) {
            throw notes.damaged("part " + id + " of " + length + " bytes has " + listed + " blocks");
        }
        notes.budget().decode(length);
        byte[] bytes = new byte[length];
        for (int i = 0; i < listed; i++) {
            int block = in.count(count - 1L);
            if (used.get(block)) {
                throw notes.damaged("block " + block + " belongs to two parts");
            }
            used.set(block);
            int filled = Math.clamp((long) length - (long) i * BLOCK, 0, BLOCK);
            System.arraycopy(blocks, block * BLOCK, bytes, length == 0 ? 0 : Math.min(i * BLOCK, length), filled);
            zeros(block * BLOCK + filled, (block + 1) * BLOCK);
        }
        return new Part(id, bytes);
    }

    private void zeros(int from, int to) {
        for (int i = from; i < to && !slack; i++) {
            slack = blocks[i] != 0;
        }
    }

    /** Writes parts one behind the other, each from the beginning of a block. */
    public static byte[] write(List<Part> parts) {
        Out blocks = new Out();
        Out directory = new Out();
        for (Part part : parts) {
            int first = blocks.size() / BLOCK;
            int length = part.bytes().length;
            int listed = Math.max(1, (length + BLOCK - 1) / BLOCK);
            blocks.raw(part.bytes()).zeros(listed * BLOCK - length);
            directory.u32(part.id()).u32(0).u32(length).u32(listed).u32(listed);
            for (int i = 0; i < listed; i++) {
                directory.u32(first + i);
            }
        }
        Out out = new Out().ascii(MAGIC).u32(parts.size()).u32(BLOCK).u32(blocks.size() / BLOCK);
        return out.raw(blocks.toArray()).raw(directory.toArray()).u32(0).toArray();
    }
}
