package jp.kiyome.testcorpus.zip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A ZIP archive of {@link RawEntry members}, with what may stand before, between and behind them. */
public final class RawZip {

    private static final int VERSION = 20;
    private static final int UTF8_NAMES = 1 << 11;
    private static final int DATE_1980_01_01 = 0x21;

    private final List<RawEntry> entries = new ArrayList<>();
    private byte[] prefix = {};
    private boolean prefixCounted;
    private byte[] gapBeforeDirectory = {};
    private byte[] comment = {};
    private byte[] trailer = {};

    public RawZip add(RawEntry... more) {
        entries.addAll(List.of(more));
        return this;
    }

    public List<RawEntry> entries() {
        return List.copyOf(entries);
    }

    /** The member of that name, to be changed. */
    public RawEntry entry(String name) {
        return entries.stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
    }

    /** Bytes before the first member; offsets count them or, as in a self-extracting archive, do not. */
    public RawZip prefix(byte[] bytes, boolean counted) {
        prefix = bytes;
        prefixCounted = counted;
        return this;
    }

    public RawZip gapBeforeDirectory(byte[] bytes) {
        gapBeforeDirectory = bytes;
        return this;
    }

    public RawZip comment(byte[] bytes) {
        comment = bytes;
        return this;
    }

    /** Bytes behind the end record. */
    public RawZip trailer(byte[] bytes) {
        trailer = bytes;
        return this;
    }

    public byte[] bytes() {
        Bytes out = new Bytes().raw(prefix);
        int base = prefixCounted ? 0 : prefix.length;
        Bytes directory = new Bytes();
        int listed = 0;
        int header = 0;
        for (RawEntry entry : entries) {
            if (!entry.sharesPreviousHeader) {
                out.raw(entry.gapBefore);
                header = out.size() - base;
                local(out, entry);
            }
            if (entry.inCentralDirectory) {
                central(directory, entry, header);
                listed++;
            }
        }
        out.raw(gapBeforeDirectory);
        int directoryAt = out.size() - base;
        out.raw(directory.toArray());
        end(out, listed, directory.size(), directoryAt);
        return out.raw(trailer).toArray();
    }

    private static void local(Bytes out, RawEntry entry) {
        byte[] name = entry.localName.getBytes(StandardCharsets.UTF_8);
        int method = entry.localMethod < 0 ? entry.method : entry.localMethod;
        boolean late = entry.descriptor;
        int packed = entry.packed.length + entry.slack.length;
        out.u32(0x04034b50).u16(VERSION).u16(flags(entry)).u16(method).u16(0).u16(DATE_1980_01_01);
        out.u32(late ? 0 : entry.crc).u32(late ? 0 : packed).u32(late ? 0 : entry.size);
        out.u16(name.length).u16(entry.localExtra.length).raw(name).raw(entry.localExtra);
        out.raw(entry.packed).raw(entry.slack);
        if (late) {
            out.u32(0x08074b50).u32(entry.crc).u32(packed).u32(entry.descriptorSize);
        }
    }

    private static void central(Bytes out, RawEntry entry, int header) {
        byte[] name = entry.name.getBytes(StandardCharsets.UTF_8);
        byte[] comment = entry.comment.getBytes(StandardCharsets.UTF_8);
        out.u32(0x02014b50)
                .u16(entry.versionMadeBy)
                .u16(VERSION)
                .u16(flags(entry))
                .u16(entry.method);
        out.u16(0).u16(DATE_1980_01_01).u32(entry.crc);
        out.u32(entry.packed.length + entry.slack.length).u32(entry.size);
        out.u16(name.length)
                .u16(entry.centralExtra.length)
                .u16(comment.length)
                .u16(0)
                .u16(0);
        out.u32(entry.externalAttributes)
                .u32(header)
                .raw(name)
                .raw(entry.centralExtra)
                .raw(comment);
    }

    private void end(Bytes out, int listed, int directorySize, int directoryAt) {
        out.u32(0x06054b50)
                .u16(0)
                .u16(0)
                .u16(listed)
                .u16(listed)
                .u32(directorySize)
                .u32(directoryAt);
        out.u16(comment.length).raw(comment);
    }

    private static int flags(RawEntry entry) {
        boolean ascii = entry.name.chars().allMatch(c -> c < 128);
        return ascii ? entry.flags : entry.flags | UTF8_NAMES;
    }
}
