package jp.kiyome.container.zip;

import java.util.List;
import jp.kiyome.core.finding.Refusal;

/**
 * A header of the central directory (APPNOTE 4.3.12), its sizes widened by the Zip64 block.
 *
 * @param at offset of this header
 * @param flags general purpose bits (APPNOTE 4.4.4)
 * @param attributes external attributes (APPNOTE 4.4.15)
 * @param headerAt offset of the local header, as said
 * @param end offset of what follows this header
 */
record CentralEntry(
        long at,
        int flags,
        int method,
        long time,
        long crc32,
        long compressedSize,
        long size,
        long attributes,
        long headerAt,
        Span name,
        ExtraFields extra,
        Span comment,
        long end) {

    static final int SIZE = 46;
    static final long SIGNATURE = 0x02014b50L;

    static CentralEntry read(LittleEndian in, long at) {
        if (in.u32(at) != SIGNATURE) {
            throw Refusal.of("zip.directory", "no header at " + at);
        }
        Span name = new Span(at + SIZE, in.u16(at + 28));
        Span extraField = new Span(name.end(), in.u16(at + 30));
        Span comment = new Span(extraField.end(), in.u16(at + 32));
        in.require(at, comment.end() - at);
        if (in.u16(at + 34) != 0 && in.u16(at + 34) != 0xFFFF) {
            throw Refusal.of("zip.multi-disk", "an entry on disk " + in.u16(at + 34));
        }
        ExtraFields extra = ExtraFields.read(in, extraField);
        List<Long> wide = Zip64Block.resolve(in, extra, List.of(in.u32(at + 24), in.u32(at + 20), in.u32(at + 42)));
        return new CentralEntry(
                at,
                in.u16(at + 8),
                in.u16(at + 10),
                in.u32(at + 12),
                in.u32(at + 16),
                wide.get(1),
                wide.get(0),
                in.u32(at + 38),
                wide.get(2),
                name,
                extra,
                comment,
                comment.end());
    }
}
