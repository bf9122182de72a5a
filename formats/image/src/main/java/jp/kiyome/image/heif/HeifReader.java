package jp.kiyome.image.heif;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.box.Box;
import jp.kiyome.image.stream.AllowList;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/** Finds in a file what is shown of it: the primary picture and its opacity. One reader, one file. */
final class HeifReader {

    static final AllowList LIST = AllowList.beside(HeifReader.class, "heif.allow");

    private final Content content;
    private final Session session;
    private final Coding coding;

    HeifReader(Content content, Session session, Coding coding) {
        this.content = content;
        this.session = session;
        this.coding = coding;
    }

    /** What the list says of a structure, by the prefix of its kind. */
    static AllowList.Entry list(String kind, String name) {
        return LIST.entry(LIST.names(kind + name) ? kind + name : kind + "*");
    }

    /** What was found. */
    record Found(Picture picture, Optional<Picture> alpha, Properties properties) {}

    Found read() {
        List<Box> data = new ArrayList<>();
        Tables tables = new TablesReader(content, session).read(meta(data));
        Properties properties = new Properties(content, session, coding, tables.properties());
        Picture picture = picture(tables, tables.item(tables.primary()));
        Optional<Picture> alpha = tables.items().values().stream()
                .filter(item -> tables.serves(item.id(), "auxl") && properties.isAlpha(item))
                .findFirst()
                .map(item -> picture(tables, item));
        report(tables, picture, alpha);
        gaps(tables, data);
        return new Found(picture, alpha, properties);
    }

    private Box meta(List<Box> data) {
        Box meta = null;
        for (Box box : Box.in(content, 0, content.size())) {
            AllowList.Entry entry = LIST.entry(box.type());
            if (entry.rule() == AllowList.Rule.DROP) {
                session.found(Removed.from(entry.argument(), box.place(LIST)));
            } else if (box.type().equals("mdat")) {
                data.add(box);
            } else if (box.type().equals("meta") && meta == null) {
                meta = box;
            } else if (!box.type().equals("ftyp") || box.at() != 0) {
                session.found(Removed.from("image.misplaced-chunk", box.place(LIST)));
            } else {
                brands(box);
            }
        }
        if (meta == null) {
            throw Refused.truncated("HEIF without its tables");
        }
        return meta;
    }

    /** Brands are letters: anything else there was put there. */
    private void brands(Box box) {
        int length = (int) Math.min(box.to() - box.from(), 256);
        String text = new String(box.open(content).bytes(length), StandardCharsets.ISO_8859_1);
        boolean plain = length % 4 == 0 && length >= 8 && (text.substring(0, 4) + text.substring(8)).matches("[ -~]*");
        if (!plain || box.to() - box.from() > length) {
            session.found(Removed.from("image.misplaced-chunk", box.place(LIST)));
        }
    }

    private Picture picture(Tables tables, Item head) {
        if (head.type().equals(coding.item())) {
            return new Picture(head, List.of());
        }
        if (!head.type().equals("grid")) {
            throw Refused.unsupported("HEIF whose picture is neither coded as its type says nor a grid");
        }
        List<Item> tiles = tables.parts(head.id()).stream().map(tables::item).toList();
        if (tiles.stream().anyMatch(tile -> !tile.type().equals(coding.item()))) {
            throw Refused.unsupported("HEIF grid of other than coded pictures");
        }
        return new Picture(head, tiles);
    }

    /** Items that nobody sees in the picture. */
    private void report(Tables tables, Picture picture, Optional<Picture> alpha) {
        Set<Long> shown = new HashSet<>();
        for (Picture part : alpha.map(opacity -> List.of(picture, opacity)).orElse(List.of(picture))) {
            shown.add(part.head().id());
            part.tiles().forEach(tile -> shown.add(tile.id()));
        }
        for (Item item : tables.items().values()) {
            if (!shown.contains(item.id())) {
                AllowList.Entry entry = list("item:", item.type());
                String code = entry.rule() == AllowList.Rule.DROP ? entry.argument() : "image.multi-picture";
                session.found(
                        Removed.from(tables.serves(item.id(), "thmb") ? "image.thumbnail" : code, "item " + item.id()));
            }
        }
    }

    /** Data that no item names. */
    private void gaps(Tables tables, List<Box> data) {
        List<Item.Range> used = tables.items().values().stream()
                .flatMap(item -> item.places().stream())
                .sorted(java.util.Comparator.comparingLong(Item.Range::from))
                .toList();
        for (Box box : data) {
            long at = box.from();
            for (Item.Range range : used) {
                if (range.from() > at && range.from() <= box.to()) {
                    break;
                }
                at = Math.max(at, range.to());
            }
            if (at < box.to()) {
                session.found(Removed.from("image.gap", "offset " + at));
            }
        }
    }
}
