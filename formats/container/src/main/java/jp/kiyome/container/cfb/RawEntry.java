package jp.kiyome.container.cfb;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.kiyome.core.finding.Refusal;

/**
 * An entry of the directory ([MS-CFB] 2.6.1).
 *
 * @param times whether it tells when it was made or changed
 */
record RawEntry(
        String name, int kind, int left, int right, int child, UUID classId, boolean times, int start, long size) {

    static final int SIZE = 128;
    static final int NAME_BYTES = 64;

    static final int UNUSED = 0;
    static final int STORAGE = 1;
    static final int STREAM = 2;
    static final int ROOT = 5;

    /** No entry there. */
    static final int NONE = 0xFFFFFFFF;

    private static final String NOT_IN_NAMES = "/\\:!\0";

    static RawEntry read(Bytes in, long at, Header header) {
        return read(name(in, at), in, at, header);
    }

    /** The root, whose name nobody looks at: PowerPoint for Macintosh wrote one character (2.6.2). */
    static RawEntry readRoot(Bytes in, long at, Header header) {
        return read("", in, at, header);
    }

    private static RawEntry read(String name, Bytes in, long at, Header header) {
        long size = in.i64(at + 120);
        return new RawEntry(
                name,
                in.u8(at + 66),
                in.i32(at + 68),
                in.i32(at + 72),
                in.i32(at + 76),
                in.guid(at + 80),
                in.i64(at + 100) != 0 || in.i64(at + 108) != 0,
                in.i32(at + 116),
                // The upper half is not always written in version 3, and not to be trusted (2.6.3).
                header.shift() == 9 ? size & 0xFFFFFFFFL : size);
    }

    static int kind(Bytes in, long at) {
        return in.u8(at + 66);
    }

    private static String name(Bytes in, long at) {
        int length = in.u16(at + NAME_BYTES);
        if (length < 4 || length > NAME_BYTES || length % 2 != 0 || in.u16(at + length - 2) != 0) {
            throw Refusal.of("cfb.name", "length " + length);
        }
        byte[] bytes = new byte[length - 2];
        in.content().copy(at, bytes, 0, bytes.length);
        String name = new String(bytes, StandardCharsets.UTF_16LE);
        if (name.chars().anyMatch(c -> NOT_IN_NAMES.indexOf(c) >= 0)) {
            throw Refusal.of("cfb.name", name);
        }
        return name;
    }
}
