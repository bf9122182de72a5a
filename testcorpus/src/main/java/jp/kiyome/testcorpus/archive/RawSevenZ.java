package jp.kiyome.testcorpus.archive;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import jp.kiyome.testcorpus.zip.Bytes;

/** A 7z archive of one file that is only copied (7zFormat.txt of the LZMA SDK). */
public final class RawSevenZ {

    private RawSevenZ() {}

    /**
     * One file, packed by copying.
     *
     * @param data fewer than 128 bytes
     */
    public static byte[] of(String name, byte[] data) {
        return of(name, data, new byte[0]);
    }

    /**
     * The same with something hidden.
     *
     * @param between stands between the packed file and the header, where nothing belongs
     */
    public static byte[] of(String name, byte[] data, byte[] between) {
        byte[] text = (name + "\0").getBytes(StandardCharsets.UTF_16LE);
        byte[] header = new Bytes()
                // Header, MainStreamsInfo, PackInfo at 0: one stream, its size
                .octets(0x01, 0x04, 0x06, 0, 1, 0x09, data.length, 0)
                // UnPackInfo: one folder of one coder, Copy; its size and CRC-32
                .octets(0x07, 0x0B, 1, 0, 1, 0x01, 0x00, 0x0C, data.length, 0x0A, 1)
                .u32(crc(data))
                .octets(0, 0)
                // FilesInfo: one file, its name
                .octets(0x05, 1, 0x11, 1 + text.length, 0)
                .raw(text)
                .octets(0, 0)
                .toArray();
        byte[] start = new Bytes()
                .u32(data.length + between.length)
                .u32(0)
                .u32(header.length)
                .u32(0)
                .u32(crc(header))
                .toArray();
        return new Bytes()
                .octets('7', 'z', 0xBC, 0xAF, 0x27, 0x1C, 0, 4)
                .u32(crc(start))
                .raw(start)
                .raw(data)
                .raw(between)
                .raw(header)
                .toArray();
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
