package jp.kiyome.container.zip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A member of a {@link ForgedZip}, truthful until a field is set to a lie. */
final class ForgedMember {

    /** The fields that both headers have. */
    static final class Fields {
        byte[] name = {};
        int flags;
        int method;
        long time = 0x0021_0000L;
        long crc32;
        long compressedSize;
        long size;
        byte[] extra = {};
    }

    final Fields central = new Fields();
    final Fields local = new Fields();
    byte[] data;
    byte[] before = {};
    byte[] descriptor = {};
    byte[] comment = {};
    int madeBy = 20;
    int disk;
    long attributes;

    /** Added to the offset that the directory tells. */
    long offsetLie;

    /** What the directory tells instead of the offset, when not negative. */
    long offsetField = -1;

    private ForgedMember(String name, int method, byte[] plain, byte[] data) {
        this.data = data;
        both(f -> {
            f.name = name.getBytes(StandardCharsets.UTF_8);
            f.flags = EntryName.ascii(f.name) ? 0 : GeneralFlags.UTF8;
            f.method = method;
            f.crc32 = crc32(plain);
            f.compressedSize = data.length;
            f.size = plain.length;
        });
    }

    static ForgedMember stored(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ForgedMember(name, 0, bytes, bytes);
    }

    static ForgedMember deflated(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ForgedMember(name, 8, bytes, deflate(bytes));
    }

    /** A deflated member whose stream is given as it is. */
    static ForgedMember raw(String name, byte[] plain, byte[] stream) {
        return new ForgedMember(name, 8, plain, stream);
    }

    ForgedMember with(Consumer<ForgedMember> change) {
        change.accept(this);
        return this;
    }

    ForgedMember both(Consumer<Fields> change) {
        change.accept(central);
        change.accept(local);
        return this;
    }

    /** As streaming writers do it: nothing in the local header, the truth behind the data. */
    ForgedMember streamed(boolean signed, boolean wide) {
        both(f -> f.flags |= 1 << 3);
        local.crc32 = 0;
        local.compressedSize = 0;
        local.size = 0;
        RecordBuilder out = new RecordBuilder();
        if (signed) {
            out.u32(0x08074b50L);
        }
        out.u32(central.crc32);
        descriptor = wide
                ? out.u64(data.length).u64(central.size).done()
                : out.u32(data.length).u32(central.size).done();
        return this;
    }

    byte[] localHeader() {
        return fields(new RecordBuilder().u32(0x04034b50L).u16(20), local)
                .u16(local.extra.length)
                .bytes(local.name)
                .bytes(local.extra)
                .done();
    }

    byte[] centralHeader(long offset) {
        RecordBuilder out = new RecordBuilder().u32(0x02014b50L).u16(madeBy).u16(20);
        return fields(out, central)
                .u16(central.extra.length)
                .u16(comment.length)
                .u16(disk)
                .u16(0)
                .u32(attributes)
                .u32(offsetField >= 0 ? offsetField : offset + offsetLie)
                .bytes(central.name)
                .bytes(central.extra)
                .bytes(comment)
                .done();
    }

    private static RecordBuilder fields(RecordBuilder out, Fields f) {
        return out.u16(f.flags)
                .u16(f.method)
                .u32(f.time)
                .u32(f.crc32)
                .u32(f.compressedSize)
                .u32(f.size)
                .u16(f.name.length);
    }

    static byte[] extra(int id, byte[] data) {
        return new RecordBuilder().u16(id).u16(data.length).bytes(data).done();
    }

    static byte[] deflate(byte[] plain) {
        Deflater deflater = new Deflater(9, true);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] out = new byte[plain.length + 64];
            return Arrays.copyOf(out, deflater.deflate(out));
        } finally {
            deflater.end();
        }
    }

    static long crc32(byte[] plain) {
        CRC32 crc = new CRC32();
        crc.update(plain);
        return crc.getValue();
    }
}
