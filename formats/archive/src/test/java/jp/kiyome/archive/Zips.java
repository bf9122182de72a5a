package jp.kiyome.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** ZIP archives put together record by record, stored, so that they may say anything (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
// Every buffer here has its whole array to itself.
@SuppressWarnings("ByteBufferBackingArray")
final class Zips {

    private static final int TIME = 0x5A21_6000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<byte[]> directory = new ArrayList<>();

    static byte[] ofTexts(String... names) {
        Zips zip = new Zips();
        for (String name : names) {
            zip.file(name, "text of " + name + "\n");
        }
        return zip.done();
    }

    Zips file(String name, String text) {
        return file(
                name.getBytes(StandardCharsets.UTF_8), 0x800, text.getBytes(StandardCharsets.UTF_8), 0, new byte[0]);
    }

    Zips named(String name, Charset charset, String text) {
        return file(name.getBytes(charset), 0, text.getBytes(StandardCharsets.UTF_8), 0, new byte[0]);
    }

    Zips link(String name, String target) {
        return file(
                name.getBytes(StandardCharsets.UTF_8),
                0,
                target.getBytes(StandardCharsets.UTF_8),
                0xA1FF0000L,
                new byte[0]);
    }

    Zips file(byte[] name, int flags, byte[] data, long attributes, byte[] extra) {
        CRC32 crc = new CRC32();
        crc.update(data);
        int at = out.size();
        ByteBuffer both = little(26)
                .putShort((short) 20)
                .putShort((short) flags)
                .putShort((short) 0)
                .putInt(TIME)
                .putInt((int) crc.getValue())
                .putInt(data.length)
                .putInt(data.length)
                .putShort((short) name.length)
                .putShort((short) extra.length);
        out.writeBytes(little(4).putInt(0x04034b50).array());
        out.writeBytes(both.array());
        out.writeBytes(name);
        out.writeBytes(extra);
        out.writeBytes(data);
        ByteBuffer central = little(46 + name.length + extra.length)
                .putInt(0x02014b50)
                .putShort((short) 20)
                .put(both.array())
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt((int) attributes)
                .putInt(at)
                .put(name)
                .put(extra);
        directory.add(central.array());
        return this;
    }

    byte[] done() {
        int at = out.size();
        directory.forEach(out::writeBytes);
        int size = out.size() - at;
        out.writeBytes(little(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) directory.size())
                .putShort((short) directory.size())
                .putInt(size)
                .putInt(at)
                .putShort((short) 0)
                .array());
        return out.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
