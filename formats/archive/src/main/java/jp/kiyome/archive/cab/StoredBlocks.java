package jp.kiyome.archive.cab;

import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/** Blocks that are not packed. */
record StoredBlocks(BlockBytes bytes) implements BlockDecoder {

    @Override
    public void decode(DataBlock block, ByteTarget out) {
        if (block.packedSize() != block.size()) {
            throw Refusal.of("packed.size", Location.wholeFile(), "a stored block of two sizes");
        }
        out.write(bytes.read(block), 0, block.size());
    }

    @Override
    public void close() {}
}
