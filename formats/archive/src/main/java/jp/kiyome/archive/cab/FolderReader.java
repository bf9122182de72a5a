package jp.kiyome.archive.cab;

import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/** Unpacks one folder from its first byte to the last that is asked for. Not thread-safe. */
final class FolderReader implements AutoCloseable {

    private final Folder folder;
    private final BlockDecoder decoder;
    private final Budget budget;
    private final byte[] block = new byte[DataBlock.LARGEST];
    private int nextBlock;
    private int filled;
    private int used;
    private long position;

    FolderReader(Content content, Folder folder, Budget budget) {
        this.folder = folder;
        this.budget = budget;
        BlockBytes bytes = new BlockBytes(content);
        this.decoder = switch (folder.packing()) {
            case Packing.Stored() -> new StoredBlocks(bytes);
            case Packing.Mszip() -> new MszipBlocks(bytes);
            case Packing.Quantum quantum -> new QuantumBlocks(bytes, quantum.windowBits());
            case Packing.Lzx lzx -> new LzxBlocks(bytes, folder, lzx.windowBits());
        };
    }

    /** Where the next byte stands in the folder. */
    long position() {
        return position;
    }

    /** Hands on the next {@code length} bytes; the listing has checked that the folder has them. */
    void read(long length, ByteTarget out) {
        long left = length;
        while (left > 0) {
            if (used == filled) {
                unpack();
            }
            int count = (int) Math.min(left, filled - used);
            out.write(block, used, count);
            used += count;
            position += count;
            left -= count;
        }
    }

    /** Passes over bytes up to {@code target}; they cost as much as others. */
    void skipTo(long target) {
        read(target - position, (bytes, offset, count) -> budget.decode(count));
    }

    private void unpack() {
        filled = 0;
        used = 0;
        if (nextBlock == folder.blocks().size()) {
            throw Refusal.of("packed.broken", Location.wholeFile(), "read on after a refusal");
        }
        decoder.decode(folder.blocks().get(nextBlock++), (bytes, offset, count) -> {
            System.arraycopy(bytes, offset, block, filled, count);
            filled += count;
        });
    }

    @Override
    public void close() {
        decoder.close();
    }
}
