package jp.kiyome.archive.cab;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/** The packed bytes of blocks, each held to its checksum ([MS-CAB] 3.1). */
record BlockBytes(Content content) {

    byte[] read(DataBlock block) {
        if (block.at() > content.size() - block.packedSize()) {
            throw Refusal.of(CabinetListing.CODE, Location.wholeFile(), "a block is cut off");
        }
        byte[] bytes = new byte[block.packedSize()];
        content.copy(block.at(), bytes, 0, bytes.length);
        if (block.checksum() != 0) {
            int sum = sum(bytes) ^ (block.packedSize() | block.size() << 16);
            if (sum != block.checksum()) {
                throw Refusal.of("packed.checksum", Location.wholeFile(), "a block at " + block.at());
            }
        }
        return bytes;
    }

    /** Words of four bytes, the lowest first, added without carry; of the last one to three the highest comes first. */
    private static int sum(byte[] bytes) {
        int sum = 0;
        int whole = bytes.length & ~3;
        for (int i = 0; i < whole; i += 4) {
            sum ^= bytes[i] & 0xFF
                    | (bytes[i + 1] & 0xFF) << 8
                    | (bytes[i + 2] & 0xFF) << 16
                    | (bytes[i + 3] & 0xFF) << 24;
        }
        int last = 0;
        for (int i = whole; i < bytes.length; i++) {
            last = last << 8 | bytes[i] & 0xFF;
        }
        return sum ^ last;
    }
}
