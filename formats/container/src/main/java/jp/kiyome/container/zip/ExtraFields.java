package jp.kiyome.container.zip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.finding.Refusal;

/** The extra field of a header, as blocks with an id each (APPNOTE 4.5.1). */
record ExtraFields(List<Block> blocks) {

    /** Microsoft's padding, so that a part can grow in place (APPNOTE 4.6.10). Office writes it into every file. */
    private static final int GROWTH_HINT = 0xa220;

    private static final int GROWTH_HINT_SIGNATURE = 0xa028;

    record Block(int id, Span data) {}

    static ExtraFields read(LittleEndian in, Span span) {
        List<Block> blocks = new ArrayList<>();
        long at = span.at();
        while (span.end() - at >= 4) {
            Block block = new Block(in.u16(at), new Span(at + 4, in.u16(at + 2)));
            if (block.data.end() > span.end()) {
                throw Refusal.of("zip.extra-field-broken", "a block at " + at + " ends behind its field");
            }
            blocks.add(block);
            at = block.data.end();
        }
        // Alignment tools leave up to three zeros.
        if (!in.allZero(new Span(at, span.end() - at))) {
            throw Refusal.of("zip.extra-field-broken", "loose bytes at " + at);
        }
        return new ExtraFields(blocks);
    }

    /** The block with an id that may stand there once. */
    Optional<Block> only(int id) {
        Optional<Block> found = Optional.empty();
        for (Block block : blocks) {
            if (block.id == id) {
                if (found.isPresent()) {
                    throw Refusal.of("zip.extra-field-broken", "several blocks of id 0x" + Integer.toHexString(id));
                }
                found = Optional.of(block);
            }
        }
        return found;
    }

    /** The bytes of the block with an id that may stand there once. */
    Optional<byte[]> bytesOf(int id, LittleEndian in) {
        return only(id).map(block -> in.bytes(block.data()));
    }

    /** Ids of blocks that say something: all but Zip64 values, which only widen the header, and plain padding. */
    List<Integer> telling(LittleEndian in) {
        List<Integer> ids = new ArrayList<>();
        for (Block block : blocks) {
            if (block.id != Zip64Block.ID && !padding(in, block)) {
                ids.add(block.id);
            }
        }
        return ids;
    }

    private static boolean padding(LittleEndian in, Block block) {
        Span data = block.data;
        return block.id == GROWTH_HINT
                && data.length() >= 4
                && in.u16(data.at()) == GROWTH_HINT_SIGNATURE
                && in.allZero(new Span(data.at() + 4, data.length() - 4));
    }
}
