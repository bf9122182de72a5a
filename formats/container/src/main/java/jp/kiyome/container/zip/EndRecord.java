package jp.kiyome.container.zip;

import jp.kiyome.core.finding.Refusal;

/**
 * The end of an archive: the end of central directory record, with the Zip64 one before it where there is one (APPNOTE
 * 4.3.14 to 4.3.16).
 *
 * @param at offset of the end of central directory record
 * @param entries members that the directory lists
 * @param directory the bytes of the central directory; nothing stands between them and the end records
 * @param comment the archive's comment
 */
record EndRecord(long at, long entries, Span directory, Span comment) {

    static final long SIGNATURE = 0x06054b50L;
    static final int SIZE = 22;

    /** How far before the end of the file programs look for the record: a comment has 65535 bytes at most. */
    static final int REACH = SIZE + 0xFFFF;

    static final long ZIP64_SIGNATURE = 0x06064b50L;
    static final int ZIP64_SIZE = 56;
    static final long LOCATOR_SIGNATURE = 0x07064b50L;
    static final int LOCATOR_SIZE = 20;

    /** The last record of the file: where every program that searches from the end finds it. */
    static EndRecord find(LittleEndian in) {
        for (long at = in.size() - SIZE; at >= Math.max(0, in.size() - REACH); at--) {
            if (in.u32(at) == SIGNATURE) {
                return read(in, at);
            }
        }
        throw Refusal.of("zip.end-record", "none in the last " + REACH + " bytes");
    }

    /** Bytes from here to the end of the file belong to nothing. */
    long end() {
        return comment.end();
    }

    private static EndRecord read(LittleEndian in, long at) {
        Span comment = new Span(at + SIZE, in.u16(at + 20));
        if (comment.end() > in.size()) {
            throw Refusal.of("zip.end-record", "its comment ends behind the file");
        }
        boolean wide = at >= LOCATOR_SIZE && in.u32(at - LOCATOR_SIZE) == LOCATOR_SIGNATURE;
        EndRecord record = wide ? zip64(in, at, comment) : plain(in, at, comment);
        // A central directory header has 46 bytes: asked before anyone counts on the number.
        if (record.entries > record.directory.length() / CentralEntry.SIZE) {
            throw Refusal.of("zip.directory", record.entries + " entries in " + record.directory.length() + " bytes");
        }
        return record;
    }

    private static EndRecord plain(LittleEndian in, long at, Span comment) {
        oneDisk(in.u16(at + 4), in.u16(at + 6), in.u16(at + 8), in.u16(at + 10));
        Span directory = directory(in.u32(at + 16), in.u32(at + 12), at);
        return new EndRecord(at, in.u16(at + 10), directory, comment);
    }

    private static EndRecord zip64(LittleEndian in, long at, Span comment) {
        long locator = at - LOCATOR_SIZE;
        long start = in.u63(locator + 8);
        if (start != locator - ZIP64_SIZE || in.u32(start) != ZIP64_SIGNATURE || in.u63(start + 4) != ZIP64_SIZE - 12) {
            throw Refusal.of("zip.zip64", "no plain Zip64 end record before its locator");
        }
        long entries = in.u63(start + 32);
        oneDisk(in.u32(start + 16), in.u32(start + 20), in.u63(start + 24), entries);
        if (in.u32(locator + 4) != 0 || in.u32(locator + 16) > 1) {
            throw Refusal.of("zip.multi-disk", in.u32(locator + 16) + " disks");
        }
        long size = in.u63(start + 40);
        long offset = in.u63(start + 48);
        agree(in.u16(at + 4), 0xFFFF, 0);
        agree(in.u16(at + 6), 0xFFFF, 0);
        agree(in.u16(at + 8), 0xFFFF, entries);
        agree(in.u16(at + 10), 0xFFFF, entries);
        agree(in.u32(at + 12), Zip64Block.ELSEWHERE, size);
        agree(in.u32(at + 16), Zip64Block.ELSEWHERE, offset);
        return new EndRecord(at, entries, directory(offset, size, start), comment);
    }

    private static void oneDisk(long thisDisk, long directoryDisk, long entriesHere, long entries) {
        if (thisDisk != 0 || directoryDisk != 0 || entriesHere != entries) {
            throw Refusal.of("zip.multi-disk", "disk " + thisDisk + ", " + entriesHere + " of " + entries + " entries");
        }
    }

    private static void agree(long plain, long elsewhere, long wide) {
        if (plain != elsewhere && plain != wide) {
            throw Refusal.of("zip.zip64", "end records say " + plain + " and " + wide);
        }
    }

    /**
     * Programs take the directory either from its offset or from its size before the end records. Both must be the same
     * place, which they are not when something was put before the archive without telling it.
     */
    private static Span directory(long offset, long size, long end) {
        if (offset > end || size != end - offset) {
            throw Refusal.of("zip.directory", size + " bytes at " + offset + " do not end at " + end);
        }
        return new Span(offset, size);
    }
}
