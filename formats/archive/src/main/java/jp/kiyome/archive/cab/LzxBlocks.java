package jp.kiyome.archive.cab;

import jp.kiyome.container.packed.BitReader;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.core.finding.Location;

/** Blocks of LZX: each is a frame of one stream of bits. */
final class LzxBlocks implements BlockDecoder {

    private final LzxDecoder decoder;

    LzxBlocks(BlockBytes bytes, Folder folder, int windowBits) {
        BitReader in = BitReader.ofWords(new PackedFolder(bytes, folder.blocks()), Location.wholeFile());
        this.decoder = new LzxDecoder(in, windowBits);
    }

    @Override
    public void decode(DataBlock block, ByteTarget out) {
        byte[] frame = decoder.frame(block.size());
        out.write(frame, 0, block.size());
    }

    @Override
    public void close() {}
}
