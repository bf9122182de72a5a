package jp.kiyome.archive.lha;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import jp.kiyome.archive.block.Fields;
import jp.kiyome.archive.block.PathBytes;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/** Reads the headers of levels 0 to 3 (header.doc), each held to its checksum. */
final class HeaderReader {

    static final String CODE = "lzh.header";

    /** Bytes of a header with all its extended ones, at most. Real ones have a few hundred. */
    private static final int LONGEST = 1 << 16;

    /** Up to and with the level, which every header has at the same place. */
    private static final int COMMON = 21;

    private final Content content;
    private final long at;
    private final HeaderParts parts = new HeaderParts();
    private boolean details;

    private HeaderReader(Content content, long at) {
        this.content = content;
        this.at = at;
    }

    /**
     * A header that was read.
     *
     * @param details whether it told more than is carried over: owners, attributes, comments, other times and names
     */
    record Found(LhaMember member, boolean details) {}

    /** The header at {@code at}; nothing where the file or the archive ends. */
    static Optional<Found> read(Content content, long at) {
        if (at == content.size() || content.byteAt(at) == 0 && !longHeader(content, at)) {
            return Optional.empty();
        }
        HeaderReader reader = new HeaderReader(content, at);
        return Optional.of(new Found(reader.member(), reader.details));
    }

    /** Whether a header of level 2 stands here whose length has a low byte of zero. */
    private static boolean longHeader(Content content, long at) {
        return content.size() - at >= COMMON
                && content.byteAt(at + COMMON - 1) == 2
                && Method.looksLikeOne(
                        Fields.of(content, at + 2, Method.LENGTH, CODE).rest());
    }

    private LhaMember member() {
        if (content.size() - at < COMMON) {
            throw refusal("cut off");
        }
        return switch (content.byteAt(at + COMMON - 1)) {
            case 0 -> level0();
            case 1 -> level1();
            case 2 -> newer(2, (int) content.littleEndian(at, 2), 2);
            case 3 -> level3();
            default -> throw refusal("level " + content.byteAt(at + COMMON - 1));
        };
    }

    private LhaMember level0() {
        Fields in = Fields.of(content, at, content.byteAt(at) + 2, CODE);
        Base base = Base.read(in);
        requireSum(in);
        byte[] name = in.bytes(in.u8());
        int crc16 = in.u16();
        int system = in.left() > 0 ? in.u8() : 0;
        int mode = 0;
        if (system == 'U' && in.left() >= 11) {
            in.skip(5);
            mode = in.u16();
        }
        details |= in.left() > 0;
        return finish(in, base, 0, name, crc16, system, mode, base.packedSize);
    }

    private LhaMember level1() {
        int length = content.byteAt(at) + 2;
        Fields in = Fields.of(content, at, withExtended(length), CODE);
        Base base = Base.read(in);
        requireSum(Fields.of(content, at, length, CODE));
        byte[] name = in.bytes(in.u8());
        int crc16 = in.u16();
        int system = in.u8();
        in.require(in.at() <= length - 2, "a name past the header");
        details |= in.at() < length - 2;
        in.skip(length - 2 - in.at());
        extended(in, in.u16(), 2);
        // The size in the header is that of the extended headers and the packed bytes together.
        return finish(in, base, 1, name, crc16, system, 0, base.packedSize - (in.at() - length));
    }

    /** Bytes of a level 1 header with its extended ones: each ends with the length of the next. */
    private int withExtended(int length) {
        long end = at + length;
        while (true) {
            if (end > content.size() || end - at > LONGEST) {
                throw refusal("extended headers are cut off");
            }
            int next = (int) content.littleEndian(end - 2, 2);
            if (next == 0) {
                return (int) (end - at);
            }
            end += next;
        }
    }

    private LhaMember level3() {
        if (content.littleEndian(at, 2) != 4 || content.size() - at < 32) {
            throw refusal("words of " + content.littleEndian(at, 2) + " bytes");
        }
        long length = content.littleEndian(at + 24, 4);
        if (length > LONGEST) {
            throw refusal(length + " bytes of header");
        }
        return newer(3, (int) length, 4);
    }

    private LhaMember newer(int level, int length, int word) {
        Fields in = Fields.of(content, at, length, CODE);
        Base base = Base.read(in);
        int crc16 = in.u16();
        int system = in.u8();
        if (level == 3) {
            in.u32();
        }
        extended(in, word == 2 ? in.u16() : in.u32(), word);
        // One byte may follow, so that the length of the header does not begin with a zero.
        in.require(in.left() <= 1, "bytes behind the extended headers");
        return finish(in, base, level, new byte[0], crc16, system, 0, base.packedSize);
    }

    /** @param word bytes of each length */
    private void extended(Fields in, long first, int word) {
        long length = first;
        while (length != 0) {
            in.require(length > word && length <= in.left(), "an extended header is cut off");
            parts.read(in.inner((int) length - word));
            length = word == 2 ? in.u16() : in.u32();
        }
    }

    private LhaMember finish(
            Fields in, Base base, int level, byte[] name, int crc16, int system, int mode, long packedSize) {
        requireHeaderCrc(in.at() + in.left());
        long start = at + in.at() + in.left();
        long packed = parts.widePackedSize().orElse(packedSize);
        if (packed < 0 || packed > content.size() - start) {
            throw refusal("packed bytes are cut off");
        }
        long size = parts.wideSize().orElse(base.size);
        if (base.method == Method.DIRECTORY && (packed != 0 || size != 0)) {
            throw refusal("a directory with data");
        }
        boolean dos = level < 2;
        return new LhaMember(
                level,
                base.method,
                start,
                packed,
                size,
                crc16,
                path(name),
                dos ? OptionalLong.of(base.time) : OptionalLong.empty(),
                dos ? parts.unixTime() : OptionalLong.of(base.time),
                parts.unixMode() == 0 ? mode : parts.unixMode(),
                system);
    }

    private byte[] path(byte[] name) {
        details |= parts.hasDetails();
        byte[] path = PathBytes.slashed(parts.path(name));
        for (int i = 0; i < path.length; i++) {
            if (path[i] == 0) {
                // A comment stands behind the name (Amiga).
                details = true;
                return Arrays.copyOf(path, i);
            }
        }
        return path;
    }

    private static void requireSum(Fields in) {
        in.require(in.sum(2) == in.byteAt(1), "its checksum is wrong");
    }

    private void requireHeaderCrc(int length) {
        if (parts.crc().isEmpty()) {
            return;
        }
        byte[] header = new byte[length];
        content.copy(at, header, 0, length);
        header[parts.crcAt()] = 0;
        header[parts.crcAt() + 1] = 0;
        if (Crc16.of(header) != parts.crc().getAsInt()) {
            throw refusal("its CRC is wrong");
        }
    }

    private Refusal refusal(String why) {
        return Refusal.of(CODE, Location.wholeFile(), why + ", at " + at);
    }

    /** What every header begins with. */
    private record Base(Method method, long packedSize, long size, long time) {

        static Base read(Fields in) {
            in.skip(2);
            byte[] word = in.bytes(Method.LENGTH);
            in.require(Method.looksLikeOne(word), "no header");
            Method method = Method.of(word)
                    .orElseThrow(() -> Refusal.of(
                            "lzh.method", Location.wholeFile(), new String(word, StandardCharsets.ISO_8859_1)));
            Base base = new Base(method, in.u32(), in.u32(), in.u32());
            in.skip(2);
            return base;
        }
    }
}
