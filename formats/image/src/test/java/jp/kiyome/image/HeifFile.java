package jp.kiyome.image;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Bytes;

/**
 * Builds HEIF files of 64 by 64 grey pixels, item by item, right or wrong (ISO/IEC 23008-12). The coded pictures were made by x265 and libaom
 * from a drawing of our own.
 */
final class HeifFile {

    static final String CONFIGURATION =
            "0104080000000000000000001ef000fcfcf8f800000f03200001001740010c01ffff0408000003009ff80000"
                    + "0300001eba024021000100264201010408000003009ff800000300001ec08204165ba924a6b9b0200000030020000003002122000100074401c1"
                    + "72b02240";
    static final String UNIT = "2801aeb0ef41b821c5367865db2aafa8493464ec387978";
    static final String AV1_CONFIGURATION = "81001c00";
    static final String AV1_UNITS = "12000a0618157ffd8540320e1c80a69100b7284c40d293dda140";
    static final byte[] SIZE = hex("000000000000004000000040");
    static final byte[] GREY = hex("000000000108");

    /** An item, and bytes of its own in the tables where a test wants them so. */
    private record Item(String type, Bytes data, List<Integer> properties, String name, int protection) {}

    private final List<byte[]> properties = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final ByteWriter links = new ByteWriter();
    private final ByteWriter inMeta = new ByteWriter();
    private final ByteWriter behind = new ByteWriter();
    private byte[] before = new byte[0];
    private byte[] gap = new byte[0];
    private String brands = "heic\0\0\0\0mif1heic";
    private String handlerName = "\0";
    private int method;
    private int reference;
    private int primary = 1;

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static byte[] box(String type, byte[] contents) {
        return new ByteWriter()
                .u32be(8 + contents.length)
                .ascii(type)
                .bytes(contents)
                .toByteArray();
    }

    /** A unit with its length before it. */
    static byte[] framed(byte[] unit) {
        return new ByteWriter().u32be(unit.length).bytes(unit).toByteArray();
    }

    static byte[] framed() {
        return framed(hex(UNIT));
    }

    /** One coded picture. */
    static HeifFile hevc() {
        return hevc(hex(CONFIGURATION), framed());
    }

    static HeifFile hevc(byte[] configuration, byte[] units) {
        HeifFile file = new HeifFile().property("hvcC", configuration, true).property("ispe", SIZE, false);
        file.property("pixi", GREY, false);
        return file.item("hvc1", units, 0x81, 2, 3);
    }

    static HeifFile av1(byte[] configuration, byte[] units) {
        HeifFile file = new HeifFile().property("av1C", configuration, true).property("ispe", SIZE, false);
        file.brands = "avif\0\0\0\0mif1avif";
        return file.item("av01", units, 0x81, 2);
    }

    static HeifFile av1() {
        return av1(hex(AV1_CONFIGURATION), hex(AV1_UNITS));
    }

    HeifFile property(String type, byte[] contents, boolean essential) {
        properties.add(box(type, contents));
        return this;
    }

    /** @param of numbers of properties, with 0x80 for those that are essential */
    HeifFile item(String type, byte[] data, Integer... of) {
        items.add(new Item(type, Bytes.of(data), List.of(of), "\0", 0));
        return this;
    }

    HeifFile named(String name, int protection) {
        Item last = items.removeLast();
        items.add(new Item(last.type, last.data, last.properties, name, protection));
        return this;
    }

    HeifFile link(String type, int from, int... to) {
        ByteWriter link = new ByteWriter().u16be(from).u16be(to.length);
        for (int item : to) {
            link.u16be(item);
        }
        links.bytes(box(type, link.toByteArray()));
        return this;
    }

    HeifFile primary(int item) {
        primary = item;
        return this;
    }

    HeifFile inMeta(byte[] box) {
        inMeta.bytes(box);
        return this;
    }

    HeifFile behind(byte[] bytes) {
        behind.bytes(bytes);
        return this;
    }

    HeifFile before(byte[] box) {
        before = box;
        return this;
    }

    HeifFile gap(byte[] bytes) {
        gap = bytes;
        return this;
    }

    HeifFile brands(String text) {
        brands = text;
        return this;
    }

    HeifFile handlerName(String name) {
        handlerName = name;
        return this;
    }

    /** How the items' data are said to be found (14496-12 8.11.3). */
    HeifFile found(int by, int in) {
        method = by;
        reference = in;
        return this;
    }

    byte[] bytes() {
        byte[] type = box("ftyp", brands.getBytes(StandardCharsets.ISO_8859_1));
        int start = type.length + before.length + meta(0).length + 8;
        ByteWriter data = new ByteWriter();
        items.forEach(item -> data.bytes(item.data));
        return new ByteWriter()
                .bytes(type)
                .bytes(before)
                .bytes(meta(start))
                .bytes(box("mdat", data.bytes(gap).toByteArray()))
                .bytes(behind.toByteArray())
                .toByteArray();
    }

    private byte[] meta(int start) {
        ByteWriter all = new ByteWriter()
                .u32be(0)
                .bytes(box(
                        "hdlr",
                        ("\0\0\0\0\0\0\0\0pict" + "\0".repeat(12) + handlerName).getBytes(StandardCharsets.US_ASCII)))
                .bytes(box("pitm", new ByteWriter().u32be(0).u16be(primary).toByteArray()))
                .bytes(box("iloc", places(start)))
                .bytes(box("iinf", infos()))
                .bytes(inMeta.toByteArray());
        if (links.size() > 0) {
            all.bytes(box(
                    "iref", new ByteWriter().u32be(0).bytes(links.toByteArray()).toByteArray()));
        }
        ByteWriter table = new ByteWriter();
        properties.forEach(table::bytes);
        ByteWriter uses = new ByteWriter().u32be(0).u32be(items.size());
        for (int i = 0; i < items.size(); i++) {
            uses.u16be(i + 1).u8(items.get(i).properties.size());
            items.get(i).properties.forEach(uses::u8);
        }
        all.bytes(box(
                "iprp",
                new ByteWriter()
                        .bytes(box("ipco", table.toByteArray()))
                        .bytes(box("ipma", uses.toByteArray()))
                        .toByteArray()));
        return box("meta", all.toByteArray());
    }

    private byte[] places(int start) {
        ByteWriter out = new ByteWriter().u32be(0x0100_0000L).u16be(0x4400).u16be(items.size());
        int at = start;
        for (int i = 0; i < items.size(); i++) {
            int length = items.get(i).data.length();
            out.u16be(i + 1).u16be(method).u16be(reference).u16be(1).u32be(at).u32be(length);
            at += length;
        }
        return out.toByteArray();
    }

    /** Items that are not the picture are hidden (23008-12 6.4.2). */
    private byte[] infos() {
        ByteWriter out = new ByteWriter().u32be(0).u16be(items.size());
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            out.bytes(box(
                    "infe",
                    new ByteWriter()
                            .u32be(0x0200_0000L | (i + 1 == primary ? 0 : 1))
                            .u16be(i + 1)
                            .u16be(item.protection)
                            .ascii(item.type)
                            .ascii(item.name)
                            .toByteArray()));
        }
        return out.toByteArray();
    }
}
