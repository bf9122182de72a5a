package jp.kiyome.image.heif;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.box.Box;
import jp.kiyome.image.stream.AllowList;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/** Reads the meta box of a file (14496-12 8.11). One reader, one file. */
final class TablesReader {

    private static final int MOST_ITEMS = 1 << 13;

    private final Content content;
    private final Session session;
    private final Map<Long, String> types = new LinkedHashMap<>();
    private final Map<Long, List<Item.Use>> uses = new LinkedHashMap<>();
    private final List<Tables.Link> links = new ArrayList<>();
    private List<Box> properties = List.of();
    private Map<Long, List<Item.Range>> places = Map.of();
    private long primary = -1;

    TablesReader(Content content, Session session) {
        this.content = content;
        this.session = session;
    }

    Tables read(Box meta) {
        ByteReader head = meta.open(content);
        head.skip(4);
        Map<String, Box> once = new LinkedHashMap<>();
        for (Box box : Box.in(content, head.position(), meta.to())) {
            AllowList.Entry entry = HeifReader.LIST.entry(box.type());
            if (entry.rule() == AllowList.Rule.DROP) {
                session.found(Removed.from(entry.argument(), box.place(HeifReader.LIST)));
            } else if (once.putIfAbsent(box.type(), box) != null) {
                throw Refused.damaged("HEIF with two boxes of one kind, " + box.place(HeifReader.LIST));
            }
        }
        handler(required(once, "hdlr"));
        primary(required(once, "pitm"));
        items(required(once, "iinf"));
        properties(required(once, "iprp"));
        places = new Places(content, once.get("idat")).read(required(once, "iloc"));
        if (once.containsKey("iref")) {
            references(required(once, "iref"));
        }
        Map<Long, Item> items = new LinkedHashMap<>();
        types.forEach((id, type) -> items.put(
                id, new Item(id, type, places.getOrDefault(id, List.of()), uses.getOrDefault(id, List.of()))));
        return new Tables(primary, items, properties, links);
    }

    private static Box required(Map<String, Box> boxes, String type) {
        Box box = boxes.get(type);
        if (box == null) {
            throw Refused.damaged("HEIF without its " + type + " box");
        }
        return box;
    }

    /** 14496-12 8.4.3. */
    private void handler(Box box) {
        ByteReader in = box.open(content);
        in.skip(8);
        if (in.u32be() != 0x70696374L) {
            throw Refused.unsupported("HEIF that is no picture");
        }
        in.skip(12);
        if (in.remaining() > 0 && in.u8() != 0) {
            session.found(Removed.from("image.text", box.place(HeifReader.LIST)));
        }
    }

    private void primary(Box box) {
        ByteReader in = box.open(content);
        primary = in.i32be() >>> 24 == 0 ? in.u16be() : in.u32be();
    }

    /** 14496-12 8.11.6: types and numbers; names are for people and go. */
    private void items(Box box) {
        ByteReader in = box.open(content);
        in.skip(in.i32be() >>> 24 == 0 ? 2 : 4);
        for (Box entry : Box.in(content, in.position(), box.to())) {
            ByteReader of = entry.open(content);
            int version = of.i32be() >>> 24;
            if (!entry.type().equals("infe") || version < 2 || version > 3) {
                throw Refused.unsupported("HEIF with an item entry of another kind");
            }
            long id = version == 2 ? of.u16be() : of.u32be();
            if (of.u16be() != 0) {
                throw Refused.unsupported("HEIF with a protected item");
            }
            String type = new String(of.bytes(4), java.nio.charset.StandardCharsets.ISO_8859_1).strip();
            if (of.remaining() > 0 && of.u8() != 0) {
                session.found(Removed.from("image.text", "name of item " + id));
            }
            session.budget().entries(1);
            if (types.put(id, type) != null || types.size() > MOST_ITEMS) {
                throw Refused.damaged("HEIF with too many items, or two of one number");
            }
        }
    }

    /** 23008-12 9.3.1: the table of properties and who has which. */
    private void properties(Box box) {
        Set<Long> seen = new HashSet<>();
        for (Box inside : Box.in(content, box.from(), box.to())) {
            if (inside.type().equals("ipco") && properties.isEmpty()) {
                properties = Box.in(content, inside.from(), inside.to());
            } else if (inside.type().equals("ipma")) {
                associations(inside, seen);
            } else {
                throw Refused.damaged("HEIF with another box among its properties");
            }
        }
    }

    private void associations(Box box, Set<Long> seen) {
        ByteReader in = box.open(content);
        int head = in.i32be();
        long count = in.u32be();
        for (long i = 0; i < count; i++) {
            long id = head >>> 24 == 0 ? in.u16be() : in.u32be();
            int of = in.u8();
            session.budget().entries(1);
            if (!seen.add(id)) {
                throw Refused.damaged("HEIF with two lists of properties for one item");
            }
            List<Item.Use> all = new ArrayList<>();
            for (int k = 0; k < of; k++) {
                boolean wide = (head & 1) == 1;
                int value = wide ? in.u16be() : in.u8();
                int index = value & (wide ? 0x7FFF : 0x7F);
                if (index > properties.size()) {
                    throw Refused.damaged("HEIF that names a property which is not there");
                }
                if (index > 0) {
                    all.add(new Item.Use(index - 1, value >> (wide ? 15 : 7) == 1));
                }
            }
            uses.put(id, all);
        }
    }

    private void references(Box box) {
        ByteReader in = box.open(content);
        boolean wide = in.i32be() >>> 24 != 0;
        for (Box link : Box.in(content, in.position(), box.to())) {
            ByteReader of = link.open(content);
            long from = wide ? of.u32be() : of.u16be();
            int count = of.u16be();
            session.budget().entries(count);
            List<Long> to = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                to.add(wide ? of.u32be() : of.u16be());
            }
            links.add(new Tables.Link(link.type(), from, to));
        }
    }
}
