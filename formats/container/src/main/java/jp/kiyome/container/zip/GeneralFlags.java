package jp.kiyome.container.zip;

import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/** The general purpose bits of a header (APPNOTE 4.4.4). */
final class GeneralFlags {

    static final int UTF8 = 1 << 11;

    static final int LOCKED = 1;

    private static final int STRONG = 1 << 6 | 1 << 13;
    private static final int ENCRYPTED = LOCKED | STRONG;
    private static final int DEFLATE_EFFORT = 1 << 1 | 1 << 2;
    private static final int DESCRIPTOR = 1 << 3;
    private static final int KNOWN = DEFLATE_EFFORT | DESCRIPTOR | UTF8;

    private GeneralFlags() {}

    /** Refuses encryption and every bit that has no meaning here. */
    static void require(int flags, String name) {
        if ((flags & ENCRYPTED) != 0) {
            throw Refusal.of("zip.encrypted", Location.ofPart(name), "");
        }
        if ((flags & ~KNOWN) != 0) {
            throw Refusal.of("zip.flags", Location.ofPart(name), "0x" + Integer.toHexString(flags));
        }
    }

    /** The same for archives whose members may be encrypted by the two common methods, and deflated otherwise. */
    static void requireForArchive(int flags, String name) {
        if ((flags & STRONG) != 0) {
            throw Refusal.of("zip.encrypted", Location.ofPart(name), "strong encryption");
        }
        if ((flags & ~(KNOWN | LOCKED)) != 0) {
            throw Refusal.of("zip.flags", Location.ofPart(name), "0x" + Integer.toHexString(flags));
        }
    }

    static boolean hasDescriptor(int flags) {
        return (flags & DESCRIPTOR) != 0;
    }

    static boolean utf8(int flags) {
        return (flags & UTF8) != 0;
    }

    /** How hard the deflater tried says nothing to a reader; which charset a name has says nothing of ASCII. */
    static boolean agree(int local, int central, LittleEndian in, Span name) {
        int differing = (local ^ central) & ~DEFLATE_EFFORT;
        return differing == 0 || (differing == UTF8 && EntryName.ascii(in.bytes(name)));
    }
}
