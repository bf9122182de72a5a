package jp.kiyome.container.zip;

import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/** The repetition of CRC-32 and sizes behind a member's data (APPNOTE 4.3.9): with or without signature, short or wide. */
final class DataDescriptor {

    private static final long SIGNATURE = 0x08074b50L;

    private DataDescriptor() {}

    /** Bytes of the descriptor at {@code at}; refused when in none of the four forms it says what the directory says. */
    static int length(LittleEndian in, long at, CentralEntry entry, String name) {
        boolean signed = at + 4 <= in.size() && in.u32(at) == SIGNATURE;
        // The wide form first: it can only be taken for the short one, not the other way.
        if (signed && wide(in, at + 4, entry)) {
            return 24;
        }
        if (signed && narrow(in, at + 4, entry)) {
            return 16;
        }
        if (wide(in, at, entry)) {
            return 20;
        }
        if (narrow(in, at, entry)) {
            return 12;
        }
        throw Refusal.of("zip.descriptor", Location.ofPart(name), "");
    }

    private static boolean narrow(LittleEndian in, long at, CentralEntry entry) {
        return at + 12 <= in.size()
                && in.u32(at) == entry.crc32()
                && in.u32(at + 4) == entry.compressedSize()
                && in.u32(at + 8) == entry.size();
    }

    private static boolean wide(LittleEndian in, long at, CentralEntry entry) {
        return at + 20 <= in.size()
                && in.u32(at) == entry.crc32()
                && in.u32(at + 4) == low(entry.compressedSize())
                && in.u32(at + 8) == high(entry.compressedSize())
                && in.u32(at + 12) == low(entry.size())
                && in.u32(at + 16) == high(entry.size());
    }

    private static long low(long value) {
        return value & 0xFFFFFFFFL;
    }

    private static long high(long value) {
        return value >>> 32;
    }
}
