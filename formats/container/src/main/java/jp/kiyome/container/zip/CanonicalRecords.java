package jp.kiyome.container.zip;

import java.nio.charset.StandardCharsets;

/**
 * The one form in which this engine writes the records of an archive: sizes in the local headers, no data descriptors,
 * comments or attributes, no extra field but Zip64 values where a plain field is too small, one fixed time.
 *
 * @param wide the first size or offset that a four-byte field cannot say
 * @param many the first number of entries that a two-byte field cannot say
 */
record CanonicalRecords(long wide, int many) {

    static final CanonicalRecords STANDARD = new CanonicalRecords(Zip64Block.ELSEWHERE, 0xFFFF);

    private static final int VERSION_DEFLATE = 20;
    private static final int VERSION_ZIP64 = 45;

    /** 00:00 in the lower half, 1980-01-01 in the upper: the first moment MS-DOS can say (APPNOTE 4.4.6). */
    static final long TIME = 0x0021_0000L;

    byte[] localHeader(ZipMember member) {
        boolean sizes = sizesAreWide(member);
        RecordBuilder extra = new RecordBuilder();
        if (sizes) {
            extra.u16(Zip64Block.ID).u16(16).u64(member.size()).u64(member.compressedSize());
        }
        RecordBuilder out = new RecordBuilder().u32(LocalHeader.SIGNATURE).u16(version(sizes));
        common(out, member);
        return out.u16(extra.done().length)
                .bytes(name(member))
                .bytes(extra.done())
                .done();
    }

    byte[] centralHeader(ZipMember member) {
        boolean sizes = sizesAreWide(member);
        boolean offset = member.headerAt() >= wide;
        RecordBuilder extra = new RecordBuilder();
        if (sizes || offset) {
            extra.u16(Zip64Block.ID).u16((sizes ? 16 : 0) + (offset ? 8 : 0));
        }
        if (sizes) {
            extra.u64(member.size()).u64(member.compressedSize());
        }
        if (offset) {
            extra.u64(member.headerAt());
        }
        int version = version(sizes || offset);
        RecordBuilder out =
                new RecordBuilder().u32(CentralEntry.SIGNATURE).u16(version).u16(version);
        common(out, member);
        // Then: no comment, disk 0, no internal and no external attributes.
        out.u16(extra.done().length).u16(0).u16(0).u16(0).u32(0);
        return out.u32(offset ? Zip64Block.ELSEWHERE : member.headerAt())
                .bytes(name(member))
                .bytes(extra.done())
                .done();
    }

    byte[] endRecords(long entries, Span directory) {
        boolean zip64 = entries >= many || directory.at() >= wide || directory.length() >= wide;
        RecordBuilder out = new RecordBuilder();
        if (zip64) {
            out.u32(EndRecord.ZIP64_SIGNATURE).u64(EndRecord.ZIP64_SIZE - 12);
            out.u16(VERSION_ZIP64).u16(VERSION_ZIP64).u32(0).u32(0);
            out.u64(entries).u64(entries).u64(directory.length()).u64(directory.at());
            out.u32(EndRecord.LOCATOR_SIGNATURE).u32(0).u64(directory.end()).u32(1);
        }
        long count = entries >= many ? 0xFFFF : entries;
        out.u32(EndRecord.SIGNATURE).u16(0).u16(0).u16(count).u16(count);
        out.u32(directory.length() >= wide ? Zip64Block.ELSEWHERE : directory.length());
        return out.u32(directory.at() >= wide ? Zip64Block.ELSEWHERE : directory.at())
                .u16(0)
                .done();
    }

    /** From the flags to the length of the name: the same in both headers. */
    private void common(RecordBuilder out, ZipMember member) {
        byte[] name = name(member);
        out.u16(EntryName.ascii(name) ? 0 : GeneralFlags.UTF8)
                .u16(member.storage().method())
                .u32(TIME)
                .u32(member.crc32())
                .u32(sizesAreWide(member) ? Zip64Block.ELSEWHERE : member.compressedSize())
                .u32(sizesAreWide(member) ? Zip64Block.ELSEWHERE : member.size())
                .u16(name.length);
    }

    /** Both sizes move together: a local header must give both (APPNOTE 4.5.3). */
    private boolean sizesAreWide(ZipMember member) {
        return member.size() >= wide || member.compressedSize() >= wide;
    }

    private static int version(boolean zip64) {
        return zip64 ? VERSION_ZIP64 : VERSION_DEFLATE;
    }

    private static byte[] name(ZipMember member) {
        return member.name().getBytes(StandardCharsets.UTF_8);
    }
}
