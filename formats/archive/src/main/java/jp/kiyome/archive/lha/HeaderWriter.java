package jp.kiyome.archive.lha;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Writes headers in their canonical form: name, directory, time, sizes and CRC alone, as if packed under MS-DOS. The same
 * values give the same bytes.
 */
final class HeaderWriter {

    /** Bytes of a name that a header of level 0 or 1 has room for, whatever else it tells. */
    static final int BASE_NAME = 220;

    private static final int SYSTEM = 'M';
    private static final int ATTRIBUTE = 0x20;
    private static final int HEADER_CRC = 0x00;
    private static final int NAME = 0x01;
    private static final int DIRECTORY = 0x02;
    private static final int DIRECTORY_MARK = 0xFF;

    private final Bytes out = new Bytes();

    private HeaderWriter() {}

    /**
     * What a header tells.
     *
     * @param directory raw bytes, each step with a slash behind it; empty for none
     * @param name raw bytes; empty for a directory
     * @param time as DOS packs it for levels 0 and 1, seconds since 1970 for level 2
     */
    // Nobody compares two of them.
    @SuppressWarnings("ArrayRecordComponent")
    record Facts(Method method, long packedSize, long size, int crc16, byte[] directory, byte[] name, long time) {}

    /** A header of the level, 0 to 2; of level 1 where the path is too long for level 0. */
    static byte[] header(int level, Facts facts) {
        HeaderWriter writer = new HeaderWriter();
        boolean fits = facts.directory.length + facts.name.length <= BASE_NAME;
        return switch (level) {
            case 0 -> fits ? writer.level0(facts) : writer.level1(facts);
            case 1 -> writer.level1(facts);
            default -> writer.level2(facts);
        };
    }

    private byte[] level0(Facts facts) {
        base(facts, facts.packedSize, 0);
        out.u8(facts.directory.length + facts.name.length).raw(facts.directory).raw(facts.name);
        return withSum(out.u16(facts.crc16).toByteArray());
    }

    private byte[] level1(Facts facts) {
        boolean nameInBase = facts.name.length <= BASE_NAME;
        int more = (nameInBase ? 0 : 3 + facts.name.length)
                + (facts.directory.length == 0 ? 0 : 3 + facts.directory.length);
        base(facts, facts.packedSize + more, 1);
        byte[] name = nameInBase ? facts.name : new byte[0];
        out.u8(name.length).raw(name).u16(facts.crc16).u8(SYSTEM);
        byte[] extended =
                new HeaderWriter().extended(!nameInBase, facts).out.u16(0).toByteArray();
        // The base ends with the length of the first extended header.
        byte[] base = withSum(out.raw(Arrays.copyOf(extended, 2)).toByteArray());
        out.reset();
        return out.raw(base)
                .raw(Arrays.copyOfRange(extended, 2, extended.length))
                .toByteArray();
    }

    private byte[] level2(Facts facts) {
        base(facts, facts.packedSize, 2);
        out.u16(facts.crc16).u8(SYSTEM);
        out.u16(5).u8(HEADER_CRC);
        int crcAt = out.size();
        out.u16(0);
        extended(facts.name.length > 0, facts);
        out.u16(0);
        if ((out.size() & 0xFF) == 0) {
            // A header whose length begins with a zero would look like the end of the archive.
            out.u8(0);
        }
        byte[] header = out.toByteArray();
        put16(header, 0, header.length);
        put16(header, crcAt, Crc16.of(header));
        return header;
    }

    private HeaderWriter extended(boolean named, Facts facts) {
        if (named) {
            out.u16(3 + facts.name.length).u8(NAME).raw(facts.name);
        }
        if (facts.directory.length > 0) {
            byte[] marked = facts.directory.clone();
            for (int i = 0; i < marked.length; i++) {
                if (marked[i] == '/') {
                    marked[i] = (byte) DIRECTORY_MARK;
                }
            }
            out.u16(3 + marked.length).u8(DIRECTORY).raw(marked);
        }
        return this;
    }

    private void base(Facts facts, long packedSize, int level) {
        out.u16(0).raw(facts.method.bytes()).u32(packedSize).u32(facts.size).u32(facts.time);
        out.u8(ATTRIBUTE).u8(level);
    }

    private static byte[] withSum(byte[] header) {
        int sum = 0;
        for (int i = 2; i < header.length; i++) {
            sum += header[i];
        }
        header[0] = (byte) (header.length - 2);
        header[1] = (byte) sum;
        return header;
    }

    private static void put16(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >>> 8);
    }

    /** Bytes in the making, numbers with their lowest byte first. */
    private static final class Bytes extends ByteArrayOutputStream {

        Bytes u8(int value) {
            write(value);
            return this;
        }

        Bytes u16(int value) {
            return u8(value).u8(value >>> 8);
        }

        Bytes u32(long value) {
            return u16((int) value).u16((int) (value >>> 16));
        }

        Bytes raw(byte[] bytes) {
            writeBytes(bytes);
            return this;
        }
    }
}
