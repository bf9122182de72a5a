package jp.kiyome.container.zip;

import java.util.List;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/** A local file header (APPNOTE 4.3.7) that says the same as the central directory. */
record LocalHeader(long time, ExtraFields extra, Span data) {

    static final int SIZE = 30;
    static final long SIGNATURE = 0x04034b50L;

    /** Reads the header that {@code entry} points at and refuses any difference that changes what a program shows. */
    static LocalHeader read(LittleEndian in, CentralEntry entry, String name) {
        long at = entry.headerAt();
        Location where = Location.ofPart(name);
        if (in.u32(at) != SIGNATURE) {
            throw Refusal.of("zip.disagreement", where, "no local header at " + at);
        }
        Span localName = new Span(at + SIZE, in.u16(at + 26));
        Span extraField = new Span(localName.end(), in.u16(at + 28));
        in.require(at, extraField.end() - at);
        agree(where, "name", in.same(localName, entry.name()));
        agree(where, "flags", GeneralFlags.agree(in.u16(at + 6), entry.flags(), in, localName));
        agree(where, "method", in.u16(at + 8) == entry.method());
        ExtraFields extra = ExtraFields.read(in, extraField);
        agree(where, "sizes", sizesAgree(in, entry, extra));
        Span data = new Span(extraField.end(), entry.compressedSize());
        in.require(data.at(), data.length());
        return new LocalHeader(in.u32(at + 10), extra, data);
    }

    private static boolean sizesAgree(LittleEndian in, CentralEntry entry, ExtraFields extra) {
        long at = entry.headerAt();
        long crc32 = in.u32(at + 14);
        long compressed = in.u32(at + 18);
        long size = in.u32(at + 22);
        if (GeneralFlags.hasDescriptor(entry.flags()) && crc32 == 0) {
            // The truth follows the data (APPNOTE 4.4.4 bit 3): until then the fields are zero, unknown or right.
            return pending(compressed, entry.compressedSize())
                    && pending(size, entry.size())
                    && extra.only(Zip64Block.ID)
                            .map(block -> pending(in, block.data(), entry))
                            .orElse(true);
        }
        List<Long> wide = Zip64Block.resolve(in, extra, List.of(size, compressed));
        return crc32 == entry.crc32() && wide.get(1) == entry.compressedSize() && wide.get(0) == entry.size();
    }

    private static boolean pending(LittleEndian in, Span data, CentralEntry entry) {
        return data.length() == 16
                && pending(in.u63(data.at()), entry.size())
                && pending(in.u63(data.at() + 8), entry.compressedSize());
    }

    private static boolean pending(long said, long truth) {
        return said == 0 || said == Zip64Block.ELSEWHERE || said == truth;
    }

    private static void agree(Location where, String what, boolean agrees) {
        if (!agrees) {
            throw Refusal.of("zip.disagreement", where, what);
        }
    }
}
