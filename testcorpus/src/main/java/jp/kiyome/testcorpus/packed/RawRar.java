package jp.kiyome.testcorpus.packed;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import jp.kiyome.testcorpus.zip.Bytes;

/** A RAR 5 archive of stored files in the making (rarlab.com, technote), honest until told to lie. */
public final class RawRar {

    /** Of {@link #redirection}. */
    public static final int SYMBOLIC_LINK = 1;

    private static final int UNIX_TIME = 1_700_000_000;

    private final Bytes out = new Bytes();
    private int crcMore;

    /** @param flags of the archive; 1 is a volume */
    public RawRar(int flags) {
        out.octets('R', 'a', 'r', '!', 0x1A, 0x07, 0x01, 0x00);
        block(new Bytes().octets(1, 0, flags), new byte[0]);
    }

    /** From now on headers have a wrong CRC. */
    public RawRar wrong() {
        crcMore = 1;
        return this;
    }

    public RawRar file(String name, byte[] data) {
        return file(2, name, data, data.length, 0, new byte[0]);
    }

    /** A symbolic or another link. */
    public RawRar redirection(int kind, String name, String target) {
        byte[] to = target.getBytes(StandardCharsets.UTF_8);
        byte[] record = new Bytes().octets(5, kind, 0, to.length).raw(to).toArray();
        byte[] extra = new Bytes().octets(record.length).raw(record).toArray();
        return file(2, name, new byte[0], 0, 0, extra);
    }

    /** A comment, as data of a service. */
    public RawRar comment(String text) {
        byte[] data = text.getBytes(StandardCharsets.UTF_8);
        return file(3, "CMT", data, data.length, 0, new byte[0]);
    }

    /**
     * A file or a service.
     *
     * @param size that it declares
     * @param packing method and window, as the header has them
     */
    public RawRar file(int type, String name, byte[] data, long size, int packing, byte[] extra) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        Bytes header = new Bytes().octets(type, extra.length > 0 ? 3 : 2);
        if (extra.length > 0) {
            header.raw(variable(extra.length));
        }
        header.raw(variable(data.length)).octets(2 | 4).raw(variable(size)).octets(0x20);
        header.u32(UNIX_TIME).u32(crc(data));
        header.raw(variable(packing))
                .octets(1)
                .raw(variable(bytes.length))
                .raw(bytes)
                .raw(extra);
        return block(header, data);
    }

    private RawRar block(Bytes header, byte[] data) {
        byte[] sized =
                new Bytes().raw(variable(header.size())).raw(header.toArray()).toArray();
        out.u32(crc(sized) + crcMore).raw(sized).raw(data);
        return this;
    }

    private static long crc(byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(data);
        return crc.getValue();
    }

    private static byte[] variable(long value) {
        Bytes bytes = new Bytes();
        long left = value;
        while (left > 0x7F) {
            bytes.octets((int) left & 0x7F | 0x80);
            left >>>= 7;
        }
        return bytes.octets((int) left).toArray();
    }

    public byte[] toArray(String behind) {
        block(new Bytes().octets(5, 0, 0), new byte[0]);
        return out.ascii(behind).toArray();
    }
}
