package jp.kiyome.testcorpus.packed;

import java.nio.charset.Charset;
import java.util.zip.CRC32;
import jp.kiyome.testcorpus.zip.Bytes;

/** A RAR 4 archive of stored files in the making, honest until told to lie. */
public final class RawRar4 {

    /** The file goes on in another volume. */
    public static final int SPLIT = 0x02;

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final long TIME = 0x5A216000;

    private final Bytes out = new Bytes();

    public RawRar4() {
        out.octets('R', 'a', 'r', '!', 0x1A, 0x07, 0x00);
        block(0x73, 0, new Bytes().u16(0).u32(0), new byte[0]);
    }

    public RawRar4 file(String name, byte[] data) {
        return file(name, data, 0, 0100644);
    }

    /**
     * A file.
     *
     * @param flags of the file, beside that its size is said
     * @param mode type and rights as Unix has them
     */
    public RawRar4 file(String name, byte[] data, int flags, int mode) {
        CRC32 crc = new CRC32();
        crc.update(data);
        byte[] bytes = name.getBytes(CP932);
        Bytes header = new Bytes().u32(data.length).u32(data.length).octets(3).u32(crc.getValue());
        header.u32(TIME).octets(20, 0x30).u16(bytes.length).u32(mode).raw(bytes);
        return block(0x74, 0x8000 | flags, header, data);
    }

    private RawRar4 block(int type, int flags, Bytes body, byte[] data) {
        byte[] header = new Bytes()
                .octets(type)
                .u16(flags)
                .u16(body.size() + 7)
                .raw(body.toArray())
                .toArray();
        CRC32 crc = new CRC32();
        crc.update(header);
        out.u16((int) crc.getValue()).raw(header).raw(data);
        return this;
    }

    public byte[] toArray(String behind) {
        block(0x7B, 0x4000, new Bytes(), new byte[0]);
        return out.ascii(behind).toArray();
    }
}
