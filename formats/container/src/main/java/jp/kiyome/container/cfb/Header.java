package jp.kiyome.container.cfb;

import jp.kiyome.core.finding.Refusal;

/**
 * The header of a compound file ([MS-CFB] 2.2).
 *
 * @param shift sectors have 2 to this power bytes: 9 or 12
 * @param directory first sector of the directory
 * @param miniFat first sector of the mini FAT
 * @param miniFatSectors how many the mini FAT has
 * @param fatSectors how many the FAT has
 * @param difat first sector of the DIFAT, which names the FAT's sectors past the 109 in the header
 * @param difatSectors how many the DIFAT has
 */
record Header(int shift, int directory, int miniFat, int miniFatSectors, int fatSectors, int difat, int difatSectors) {

    static final long SIGNATURE = 0xE11AB1A1E011CFD0L;
    static final int SIZE = 512;
    static final int BYTE_ORDER = 0xFFFE;
    static final int MINI_SHIFT = 6;

    /** Streams of fewer bytes stand in the mini stream. */
    static final int MINI_CUTOFF = 4096;

    /** Where the header's own part of the DIFAT stands, and how many sectors it names. */
    static final int DIFAT_AT = 76;

    static final int DIFAT_ENTRIES = 109;

    static boolean starts(Bytes in) {
        return in.size() >= SIZE && in.i64(0) == SIGNATURE;
    }

    static Header read(Bytes in) {
        if (!starts(in)) {
            throw Refusal.of("cfb.header", "no compound file");
        }
        int version = in.u16(26);
        expect("byte order", in.u16(28), BYTE_ORDER);
        if (version != 3 && version != 4) {
            throw Refusal.of("cfb.header", "version " + version);
        }
        expect("sector shift", in.u16(30), version == 3 ? 9 : 12);
        expect("mini sector shift", in.u16(32), MINI_SHIFT);
        expect("mini stream cutoff", in.i32(56), MINI_CUTOFF);
        return new Header(in.u16(30), in.i32(48), in.i32(60), count(in, 64), count(in, 44), in.i32(68), count(in, 72));
    }

    private static void expect(String what, int is, int expected) {
        if (is != expected) {
            throw Refusal.of("cfb.header", what + " is " + is);
        }
    }

    private static int count(Bytes in, long at) {
        int count = in.i32(at);
        if (count < 0) {
            throw Refusal.of("cfb.header", Integer.toUnsignedString(count) + " sectors");
        }
        return count;
    }

    int sectorSize() {
        return 1 << shift;
    }
}
