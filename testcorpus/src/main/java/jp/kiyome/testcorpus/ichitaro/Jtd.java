package jp.kiyome.testcorpus.ichitaro;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.testcorpus.ole.RawTree;
import jp.kiyome.testcorpus.zip.Bytes;

/** A document in the making: what a new one has, until told otherwise. Lists of streams tell the truth until told to lie. */
final class Jtd {

    static final byte[] CLASS = classId(0x78597001);
    static final byte[] COMPRESSED = classId(0x78597002);
    static final byte[] SEVEN = classId(0x78597000);
    private static final byte[] MACROS = {
        (byte) 0xC1,
        (byte) 0x93,
        0x2D,
        0x3C,
        (byte) 0xA2,
        0x10,
        (byte) 0xCF,
        0x11,
        (byte) 0xA4,
        (byte) 0xB6,
        0x00,
        0x20,
        (byte) 0xAF,
        0x2D,
        (byte) 0x95,
        (byte) 0x9F
    };
    static final String LIST = "\u0004JSRV_SegmentInformation";

    private final Map<String, RawTree.Node> nodes = new TreeMap<>();
    private byte[] slack = new byte[0];
    private int listMore;
    private boolean template;

    private Jtd() {}

    /** With a text. */
    static Jtd of(Units text) {
        return new Jtd()
                .stream("DocumentText", Stores.of(Stores.text(text))).stream(
                                "Header", Stores.of(Stores.text(new Units().text("- ? -"))))
                        .stream("Font", fonts("ＭＳ 明朝", "Times New Roman"))
                        .stream("DocumentViewStyles", viewStyles())
                        .stream("DocumentEditStyles", editStyles())
                        .stream("\u0005SummaryInformation", summary("議事録"))
                        .macros(new byte[] {0, 0});
    }

    Jtd stream(String name, byte[] bytes) {
        nodes.put(name, new RawTree.Stream(name, bytes));
        return this;
    }

    Jtd storage(String name, RawTree.Node... children) {
        return storage(new RawTree.Storage(name, new byte[0], List.of(children)));
    }

    Jtd storage(RawTree.Storage storage) {
        nodes.put(storage.name(), storage);
        return this;
    }

    Jtd template() {
        template = true;
        return this;
    }

    Jtd slack(byte[] bytes) {
        slack = bytes;
        return this;
    }

    /** Sizes in the list are larger by this. */
    Jtd listMore(int more) {
        listMore = more;
        return this;
    }

    Jtd macros(byte[] macros) {
        RawTree.Storage base = listed(
                "BaseStorage0",
                new byte[0],
                new RawTree.Stream("InfoStream", new byte[] {4, 0, 0, 0, 0, 0, 1, 0}),
                new RawTree.Stream("MacrosStream", macros),
                new RawTree.Stream("MacrosStreamStyle3", new byte[2]));
        return storage(listed("DocumentMacro", new byte[0], listed("Macros", MACROS, base)));
    }

    /** A storage with its list. */
    static RawTree.Storage listed(String name, byte[] classId, RawTree.Node... children) {
        List<RawTree.Node> all = new ArrayList<>(List.of(children));
        all.add(list(List.of(children), new byte[0], 0));
        return new RawTree.Storage(name, classId, all);
    }

    byte[] toArray() {
        return RawTree.of(document("", CLASS), slack);
    }

    /** As a storage, for a sheet. */
    RawTree.Storage document(String name, byte[] classId) {
        List<RawTree.Node> children = new ArrayList<>(nodes.values());
        byte[] words = name.isEmpty()
                ? new Bytes().octets(0, template ? 1 : 0, 1, 0).u32(0x800).toArray()
                : new byte[0];
        List<RawTree.Node> listed = nodes.values().stream()
                .filter(node -> !node.name().startsWith("\u0004"))
                .toList();
        children.add(list(listed, words, listMore));
        return new RawTree.Storage(name, classId, children);
    }

    static RawTree.Stream list(List<RawTree.Node> nodes, byte[] words, int more) {
        Bytes out = new Bytes().ascii("VDA_DOC\0").octets(0, 1, 0, 0, 0, 0);
        out.u16(0x90).u16(0x60).u16(nodes.size()).raw(Arrays.copyOf(words, 0x90 - 20));
        for (RawTree.Node node : nodes) {
            boolean stream = node instanceof RawTree.Stream;
            int size = node instanceof RawTree.Stream is ? is.bytes().length + more : 0;
            out.raw(Arrays.copyOf(node.name().getBytes(StandardCharsets.UTF_16LE), 64));
            out.u32(0).u32(size).u32(stream ? 2 : 0).raw(new byte[20]);
        }
        return new RawTree.Stream(LIST, out.toArray());
    }

    static byte[] fonts(String... names) {
        Bytes out = new Bytes().ascii("FontV.01").bigEndian16(names.length);
        for (int i = 0; i < names.length; i++) {
            out.bigEndian16(i).raw(new byte[16]).bigEndian32(400).octets(0, 0, 0, 0x80, 3, 2, 1, 0x11);
            names[i].chars().forEach(out::bigEndian16);
            out.bigEndian16(0).octets(1, 0, 0, 4, 0, 0x82, 0, 1, 0, 0, 0, 0);
            "標準".chars().forEach(out::bigEndian16);
            out.bigEndian16(0);
        }
        return out.toArray();
    }

    static byte[] viewStyles(byte[]... more) {
        Bytes records = new Bytes();
        record(records, 0x1001, 0x06, 0, 0, 0x74, 0x04, 0, 0, 0x52, 0x08, 0x04, 0x01);
        record(records, 0x1002, 0, 0xD8, 0x0B, 0xB8, 0x0B, 0xB8, 0x0B, 0xB8, 0x0B, 0xB8, 0, 0);
        record(records, 0x100B, 0x02, 0x02, 0x58, 0, 0x04, 0, 0, 0, 8);
        record(records, 0x100D, 0x02, 0, 0x28);
        for (byte[] record : more) {
            records.raw(record);
        }
        records.bigEndian32(0xFFFF0000L);
        Bytes out = new Bytes().bigEndian32(0x00010002).bigEndian16(0x1000).bigEndian32(records.size());
        out.raw(records.toArray()).bigEndian16(0x1002).bigEndian32(8);
        return out.bigEndian32(0xFFFF0000L).bigEndian32(0xFFFF0000L).toArray();
    }

    static byte[] editStyles() {
        Bytes out = new Bytes().bigEndian32(0x00010001).bigEndian16(0x2007).bigEndian32(12);
        return out.bigEndian32(4).bigEndian32(0).bigEndian32(0xFFFF0000L).toArray();
    }

    static byte[] record(int tag, byte[] data) {
        return new Bytes().bigEndian16(tag).bigEndian16(data.length).raw(data).toArray();
    }

    private static void record(Bytes out, int tag, int... octets) {
        out.bigEndian16(tag).bigEndian16(octets.length).octets(octets);
    }

    /** A property set with a title alone. */
    static byte[] summary(String title) {
        byte[] text = title.getBytes(Charset.forName("windows-31j"));
        int padded = (text.length + 4) / 4 * 4;
        Bytes out =
                new Bytes().u16(0xFFFE).u16(0).u32(0x2000A).raw(new byte[16]).u32(1);
        out.octets(0xE0, 0x85, 0x9F, 0xF2, 0xF9, 0x4F, 0x68, 0x10, 0xAB, 0x91, 8, 0, 0x2B, 0x27, 0xB3, 0xD9)
                .u32(48);
        out.u32(24 + 8 + 8 + padded).u32(2).u32(1).u32(24).u32(2).u32(32);
        return out.u32(2)
                .u32(932)
                .u32(30)
                .u32(text.length + 1L)
                .raw(Arrays.copyOf(text, padded))
                .toArray();
    }

    private static byte[] classId(int first) {
        return new Bytes()
                .u32(first)
                .octets(0x84, 0x1D, 0xCF, 0x11, 0x97, 0x13, 0x00, 0x20, 0xAF, 0xD8, 0x06, 0xF4)
                .toArray();
    }
}
