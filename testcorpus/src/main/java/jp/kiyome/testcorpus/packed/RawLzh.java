package jp.kiyome.testcorpus.packed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jp.kiyome.testcorpus.zip.Bytes;

/** An LHA archive in the making: headers of levels 0 to 2, honest until told to lie. Members are stored. */
public final class RawLzh {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final int TIME_DOS = 0x5A216000;
    private static final int TIME_UNIX = 0x65920080;

    private final Bytes out = new Bytes();
    private int system = 'M';

    /** What a header says beside name and data. */
    // Nobody compares two of them.
    @SuppressWarnings("ArrayRecordComponent")
    public record Lie(String method, long sizeMore, int crcMore, byte[] slack, byte[] extended) {

        public static Lie none() {
            return new Lie("-lh0-", 0, 0, new byte[0], new byte[0]);
        }

        public Lie method(String other) {
            return new Lie(other, sizeMore, crcMore, slack, extended);
        }

        public Lie size(long more) {
            return new Lie(method, more, crcMore, slack, extended);
        }

        public Lie crc(int more) {
            return new Lie(method, sizeMore, more, slack, extended);
        }

        /** Bytes behind the packed ones that belong to the member. */
        public Lie slack(String text) {
            return new Lie(method, sizeMore, crcMore, text.getBytes(StandardCharsets.US_ASCII), extended);
        }

        /** One more extended header. */
        public Lie extended(int type, String text) {
            byte[] data = text.getBytes(StandardCharsets.ISO_8859_1);
            byte[] header =
                    new Bytes().u16(data.length + 3).octets(type).raw(data).toArray();
            return new Lie(method, sizeMore, crcMore, slack, header);
        }
    }

    /** The letter of the system that packed the members that follow. */
    public RawLzh system(char letter) {
        system = letter;
        return this;
    }

    public static byte[] crc16(byte[] data) {
        int crc = 0;
        for (byte octet : data) {
            crc ^= octet & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xA001 : crc >> 1;
            }
        }
        return new Bytes().u16(crc).toArray();
    }

    private static int crc(byte[] data, int more) {
        byte[] crc = crc16(data);
        return (crc[0] & 0xFF | (crc[1] & 0xFF) << 8) + more;
    }

    public RawLzh level0(String path, byte[] data, Lie lie) {
        byte[] name = path.getBytes(CP932);
        Bytes header = base(lie, data.length + lie.slack.length, data.length + lie.sizeMore, TIME_DOS, 0);
        header.octets(name.length).raw(name).u16(crc(data, lie.crcMore));
        return summed(header).raw(data, lie);
    }

    /**
     * A member with a header of level 1.
     *
     * @param skipMore added to the size that says how far the next header is
     */
    public RawLzh level1(String folder, String name, byte[] data, Lie lie, int skipMore) {
        Bytes extended = new Bytes();
        folder(extended, folder).raw(lie.extended).u16(0);
        byte[] tail = extended.toArray();
        long skip = (long) data.length + lie.slack.length + tail.length - 2 + skipMore;
        Bytes header = base(lie, skip, data.length + lie.sizeMore, TIME_DOS, 1);
        byte[] bytes = name.getBytes(CP932);
        header.octets(bytes.length).raw(bytes).u16(crc(data, lie.crcMore)).octets(system);
        header.octets(tail[0], tail[1]);
        summed(header);
        out.raw(Arrays.copyOfRange(tail, 2, tail.length));
        return raw(data, lie);
    }

    public RawLzh level2(String folder, String name, byte[] data, Lie lie) {
        return level2(folder, name, data, data, lie, 0);
    }

    /**
     * A member with a header of level 2.
     *
     * @param packed what stands for {@code data}, whose size and CRC the header says
     */
    public RawLzh level2(String folder, String name, byte[] data, byte[] packed, Lie lie, int headerCrcMore) {
        Bytes header = base(lie, packed.length + lie.slack.length, data.length + lie.sizeMore, TIME_UNIX, 2);
        header.u16(crc(data, lie.crcMore)).octets(system).u16(5).octets(0x00);
        int crcAt = header.size();
        header.u16(0);
        byte[] bytes = name.getBytes(CP932);
        if (bytes.length > 0) {
            header.u16(bytes.length + 3).octets(0x01).raw(bytes);
        }
        folder(header, folder).raw(lie.extended).u16(0);
        byte[] whole = header.toArray();
        whole[0] = (byte) whole.length;
        whole[1] = (byte) (whole.length >> 8);
        int crc = crc(whole, headerCrcMore);
        whole[crcAt] = (byte) crc;
        whole[crcAt + 1] = (byte) (crc >> 8);
        out.raw(whole);
        return raw(packed, lie);
    }

    private static Bytes folder(Bytes header, String folder) {
        if (!folder.isEmpty()) {
            byte[] bytes = folder.getBytes(CP932);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = bytes[i] == '/' ? (byte) 0xFF : bytes[i];
            }
            header.u16(bytes.length + 3).octets(0x02).raw(bytes);
        }
        return header;
    }

    private static Bytes base(Lie lie, long packedSize, long size, long time, int level) {
        return new Bytes()
                .u16(0)
                .ascii(lie.method)
                .u32(packedSize)
                .u32(size)
                .u32(time)
                .octets(0x20, level);
    }

    /** Puts length and sum before a header of level 0 or 1. */
    private RawLzh summed(Bytes header) {
        byte[] whole = header.toArray();
        int sum = 0;
        for (int i = 2; i < whole.length; i++) {
            sum += whole[i];
        }
        whole[0] = (byte) (whole.length - 2);
        whole[1] = (byte) sum;
        out.raw(whole);
        return this;
    }

    private RawLzh raw(byte[] data, Lie lie) {
        out.raw(data).raw(lie.slack);
        return this;
    }

    /** A file that says what it is, with what stands behind its end. */
    public byte[] toArray(String behind) {
        return new Bytes().raw(out.toArray()).octets(0).ascii(behind).toArray();
    }

    /**
     * Blocks of -lh5- that say nothing but "256 bytes like the last": each of twelve bytes and some makes 16 MiB.
     *
     * @param blocks that many
     */
    public static byte[] bomb(int blocks) {
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < blocks; i++) {
            bits.append("1".repeat(16))
                    .append("0".repeat(5 + 5))
                    .append("0".repeat(9))
                    .append("111111101");
            bits.append("0".repeat(4 + 4));
        }
        while (bits.length() % 8 != 0) {
            bits.append('0');
        }
        Bytes bytes = new Bytes();
        for (int i = 0; i < bits.length(); i += 8) {
            bytes.octets(Integer.parseInt(bits.substring(i, i + 8), 2));
        }
        return bytes.toArray();
    }
}
