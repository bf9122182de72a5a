package jp.kiyome.container.zip;

import java.util.zip.CRC32;

/**
 * The records of an archive for people in the one form in which this engine writes them: sizes in the local headers, no data
 * descriptors, no comments, times as given, no owners, and of extra fields Zip64 values, a Unicode path where a name is
 * not written as UTF-8, and the field of AES encryption.
 *
 * @param wide the first size or offset that a four-byte field cannot say
 */
public record ZipRecords(long wide) {

    public static final ZipRecords STANDARD = new ZipRecords(Zip64Block.ELSEWHERE);

    private static final int UNICODE_PATH = 0x7075;
    private static final int MANY = 0xFFFF;

    /**
     * What a member's two headers say.
     *
     * @param name bytes of the name
     * @param utf8 whether they are UTF-8 and not ASCII
     * @param aes the field of AES encryption; empty where the member is not encrypted
     * @param unicode the field of the Unicode path; empty where there is none
     * @param folder whether it is one
     * @param time date and time of MS-DOS, the date in the upper half
     */
    // Nobody compares two.
    @SuppressWarnings("ArrayRecordComponent")
    public record Entry(
            byte[] name,
            boolean utf8,
            int method,
            byte[] aes,
            byte[] unicode,
            boolean folder,
            long time,
            long crc32,
            long compressedSize,
            long size) {}

    public byte[] localHeader(Entry entry) {
        boolean sizes = sizesAreWide(entry);
        RecordBuilder extra = new RecordBuilder();
        if (sizes) {
            extra.u16(Zip64Block.ID).u16(16).u64(entry.size).u64(entry.compressedSize);
        }
        fields(extra, entry);
        RecordBuilder out = new RecordBuilder().u32(LocalHeader.SIGNATURE).u16(version(entry, sizes));
        common(out, entry);
        return out.u16(extra.size()).bytes(entry.name).bytes(extra.done()).done();
    }

    /**
     * The header of the directory.
     *
     * @param headerAt offset of the local header
     */
    public byte[] centralHeader(Entry entry, long headerAt) {
        boolean sizes = sizesAreWide(entry);
        boolean offset = headerAt >= wide;
        RecordBuilder extra = new RecordBuilder();
        if (sizes || offset) {
            extra.u16(Zip64Block.ID).u16((sizes ? 16 : 0) + (offset ? 8 : 0));
        }
        if (sizes) {
            extra.u64(entry.size).u64(entry.compressedSize);
        }
        if (offset) {
            extra.u64(headerAt);
        }
        fields(extra, entry);
        int version = version(entry, sizes || offset);
        RecordBuilder out =
                new RecordBuilder().u32(CentralEntry.SIGNATURE).u16(version).u16(version);
        common(out, entry);
        // Then: no comment, disk 0, no internal attributes, and of the external ones that a folder is one.
        out.u16(extra.size()).u16(0).u16(0).u16(0).u32(entry.folder ? 0x10 : 0);
        return out.u32(offset ? Zip64Block.ELSEWHERE : headerAt)
                .bytes(entry.name)
                .bytes(extra.done())
                .done();
    }

    /**
     * The records behind the last header.
     *
     * @param directoryAt offset of the first central header; the last one ends {@code directorySize} bytes behind it
     */
    public byte[] endRecords(long entries, long directoryAt, long directorySize) {
        return new CanonicalRecords(wide, MANY).endRecords(entries, new Span(directoryAt, directorySize));
    }

    private static void fields(RecordBuilder extra, Entry entry) {
        extra.bytes(entry.unicode).bytes(entry.aes);
    }

    /** The Unicode path field (APPNOTE 4.6.9) that says how a name not written as UTF-8 is read. */
    public static byte[] unicodePath(byte[] name, byte[] utf8) {
        CRC32 crc = new CRC32();
        crc.update(name);
        return new RecordBuilder()
                .u16(UNICODE_PATH)
                .u16(5L + utf8.length)
                .bytes(new byte[] {1})
                .u32(crc.getValue())
                .bytes(utf8)
                .done();
    }

    /** From the flags to the length of the name: the same in both headers. */
    private void common(RecordBuilder out, Entry entry) {
        boolean sizes = sizesAreWide(entry);
        int locked = entry.aes.length > 0 ? GeneralFlags.LOCKED : 0;
        out.u16(locked | (entry.utf8 ? GeneralFlags.UTF8 : 0))
                .u16(entry.method)
                .u32(entry.time)
                .u32(entry.crc32)
                .u32(sizes ? Zip64Block.ELSEWHERE : entry.compressedSize)
                .u32(sizes ? Zip64Block.ELSEWHERE : entry.size)
                .u16(entry.name.length);
    }

    private boolean sizesAreWide(Entry entry) {
        return entry.size >= wide || entry.compressedSize >= wide;
    }

    /** What a reader must know at least (APPNOTE 4.4.3.2). */
    private static int version(Entry entry, boolean zip64) {
        return entry.aes.length > 0 ? 51 : zip64 ? 45 : 20;
    }
}
