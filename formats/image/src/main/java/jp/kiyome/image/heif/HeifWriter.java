package jp.kiyome.image.heif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.image.box.Box;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Refused;

/** Writes a file of a few items, always in the same way: its tables, then their data. One writer, one file. */
final class HeifWriter {

    private static final int MOST_ITEMS = 0xFFFF;
    private static final int NARROW = 0x7F;

    private record Placed(String type, Content data, List<Use> uses) {}

    private record Use(int index, boolean essential) {}

    private record Property(String type, Bytes contents) {}

    private final List<Placed> items = new ArrayList<>();
    private final Map<Property, Integer> properties = new LinkedHashMap<>();
    private final ByteWriter links = new ByteWriter();

    /** Adds an item; the first one is the picture. Gives its number. */
    int add(String type, Content data, List<Properties.Written> of) {
        List<Use> uses = new ArrayList<>();
        for (Properties.Written written : of) {
            Property property = new Property(written.type(), written.contents());
            Integer before = properties.putIfAbsent(property, properties.size() + 1);
            uses.add(new Use(before == null ? properties.size() : before, written.essential()));
        }
        items.add(new Placed(type, data, uses));
        if (items.size() > MOST_ITEMS) {
            throw Refused.tooLarge("HEIF of more than " + MOST_ITEMS + " items");
        }
        return items.size();
    }

    void link(String type, int from, List<Integer> to) {
        ByteWriter link = new ByteWriter().u16be(from).u16be(to.size());
        to.forEach(link::u16be);
        links.bytes(Box.written(type, link));
    }

    void write(String brand, Sink out) {
        byte[] type = Box.written(
                "ftyp", new ByteWriter().ascii(brand).u32be(0).ascii("mif1").ascii(brand));
        int size = meta(0).length;
        long at = type.length + size + 8L;
        byte[] meta = meta(at);
        long data = items.stream().mapToLong(item -> item.data().size()).sum();
        if (at + data > 0xFFFF_FFFFL) {
            throw Refused.tooLarge("HEIF of more than four gigabytes");
        }
        out.write(type, 0, type.length);
        out.write(meta, 0, meta.length);
        Units.write(new ByteWriter().u32be(data + 8).ascii("mdat"), out);
        for (Placed item : items) {
            Units.copy(new ByteReader(item.data()), item.data().size(), out);
        }
    }

    /** @param start where the first item's data begin */
    private byte[] meta(long start) {
        ByteWriter all = new ByteWriter()
                .u32be(0)
                .bytes(Box.written(
                        "hdlr", new ByteWriter().u32be(0).u32be(0).ascii("pict").bytes(new byte[13])))
                .bytes(Box.written("pitm", new ByteWriter().u32be(0).u16be(1)))
                .bytes(Box.written("iloc", places(start)))
                .bytes(Box.written("iinf", infos()));
        if (links.size() > 0) {
            all.bytes(Box.written("iref", new ByteWriter().u32be(0).bytes(links.toByteArray())));
        }
        ByteWriter table = new ByteWriter();
        properties.keySet().forEach(of -> table.bytes(Box.written(of.type(), new ByteWriter().bytes(of.contents()))));
        all.bytes(Box.written(
                "iprp", new ByteWriter().bytes(Box.written("ipco", table)).bytes(Box.written("ipma", associations()))));
        return Box.written("meta", all);
    }

    private ByteWriter places(long start) {
        ByteWriter out = new ByteWriter().u32be(0).u16be(0x4400).u16be(items.size());
        long at = start;
        for (int i = 0; i < items.size(); i++) {
            long length = items.get(i).data().size();
            out.u16be(i + 1).u16be(0).u16be(1).u32be(at).u32be(length);
            at += length;
        }
        return out;
    }

    /** Items that are not the picture itself are hidden (23008-12 6.4.2). */
    private ByteWriter infos() {
        ByteWriter out = new ByteWriter().u32be(0).u16be(items.size());
        for (int i = 0; i < items.size(); i++) {
            out.bytes(Box.written(
                    "infe",
                    new ByteWriter()
                            .u32be(0x0200_0000L | (i == 0 ? 0 : 1))
                            .u16be(i + 1)
                            .u16be(0)
                            .ascii(items.get(i).type())
                            .u8(0)));
        }
        return out;
    }

    private ByteWriter associations() {
        boolean wide = properties.size() > NARROW;
        ByteWriter out = new ByteWriter().u32be(wide ? 1 : 0).u32be(items.size());
        for (int i = 0; i < items.size(); i++) {
            List<Use> uses = items.get(i).uses();
            out.u16be(i + 1).u8(uses.size());
            for (Use use : uses) {
                if (wide) {
                    out.u16be((use.essential() ? 0x8000 : 0) | use.index());
                } else {
                    out.u8((use.essential() ? 0x80 : 0) | use.index());
                }
            }
        }
        return out;
    }
}
