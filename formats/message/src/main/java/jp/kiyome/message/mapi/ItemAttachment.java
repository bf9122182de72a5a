package jp.kiyome.message.mapi;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.message.child.Told;

/** A file or message in an item ([MS-OXCMSG] 2.2.2): by value it goes the whole way; what leads elsewhere, and OLE objects, go. Not thread-safe. */
final class ItemAttachment {

    private static final int METHOD = 0x3705;
    private static final int DATA = 0x3701;

    private final Session session;
    private final Told told;
    private final ItemKeeper keeper;

    ItemAttachment(Session session, Told told, ItemKeeper keeper) {
        this.session = session;
        this.told = told;
        this.keeper = keeper;
    }

    Optional<MapiItem> keep(MapiItem attachment, String label, String part) {
        long method = attachment.number(METHOD).orElse(1L);
        if (attachment.inside().isPresent() && method != 6) {
            return Optional.of(message(attachment, attachment.inside().get(), label, part));
        }
        if (method == 6 || attachment.properties().get(DATA) instanceof MapiValue.Other) {
            told.removed("message.attachment-ole", part, name(attachment, label));
            return Optional.empty();
        }
        if (method != 1 || !(attachment.properties().get(DATA) instanceof MapiValue.Bytes(Content bytes))) {
            told.removed("message.attachment-reference", part, name(attachment, label));
            return Optional.empty();
        }
        return Optional.of(file(attachment, bytes, label, part));
    }

    private MapiItem file(MapiItem attachment, Content bytes, String label, String part) {
        String name = name(attachment, label);
        AtomicReference<Optional<MapiItem>> kept = new AtomicReference<>(Optional.empty());
        session.piece(piece -> {
            switch (piece.child(name, bytes, Set.of())) {
                case Nested.Refused refused -> kept.set(Optional.of(ItemKeeper.notice(session, part, name, refused)));
                case Nested.Clean clean -> {
                    Content copy = copy(clean.content());
                    MapiItem file =
                            ItemKeeper.file(clean.name().name(), clean.type().mediaType(), copy);
                    kept.set(Optional.of(described(file, attachment, label, part)));
                }
            }
        });
        return kept.get().orElseThrow();
    }

    private MapiItem message(MapiItem attachment, MapiItem inside, String label, String part) {
        session.budget().enter();
        try {
            MapiItem message = keeper.message(inside, part);
            SortedMap<Integer, MapiValue> properties = new TreeMap<>();
            String name =
                    message.properties().get(0x0037) instanceof MapiValue.Text(String subject) && !subject.isBlank()
                            ? subject
                            : "message";
            properties.put(0x3001, new MapiValue.Text(name));
            properties.put(METHOD, new MapiValue.Fixed(MapiValue.INT, 5));
            properties.put(0x370B, new MapiValue.Fixed(MapiValue.INT, 0xFFFFFFFFL));
            properties.put(0x0FFE, new MapiValue.Fixed(MapiValue.INT, 7));
            MapiItem kept = new MapiItem(
                    properties,
                    new TreeMap<>(),
                    0,
                    java.util.List.of(),
                    java.util.List.of(),
                    Optional.of(message),
                    java.util.List.of());
            return described(kept, attachment, label, part);
        } finally {
            session.budget().leave();
        }
    }

    /** With what the list lets an attachment say of itself. */
    private MapiItem described(MapiItem made, MapiItem from, String label, String part) {
        keeper.tellLost(from, part);
        SortedMap<Integer, MapiValue> all =
                new TreeMap<>(keeper.properties(from, PropertyRule.Scope.ATTACHMENT, label, part));
        made.properties().forEach((id, value) -> {
            if (id != 0x370B || !all.containsKey(id)) {
                all.put(id, value);
            }
        });
        return new MapiItem(
                all, new TreeMap<>(), 0, java.util.List.of(), java.util.List.of(), made.inside(), java.util.List.of());
    }

    /** What is freed with the piece is needed until the item is written. */
    private Content copy(Content content) {
        Sink sink = session.scratch();
        byte[] buffer = new byte[1 << 14];
        for (long at = 0; at < content.size(); at += buffer.length) {
            int length = (int) Math.min(buffer.length, content.size() - at);
            content.copy(at, buffer, 0, length);
            sink.write(buffer, 0, length);
        }
        return sink.finish();
    }

    private static String name(MapiItem attachment, String label) {
        for (int id : new int[] {0x3707, 0x3704, 0x3001}) {
            MapiValue value = attachment.properties().get(id);
            Optional<String> name = value == null ? Optional.empty() : ItemKeeper.text(value, label);
            if (name.filter(n -> !n.isBlank()).isPresent()) {
                return name.get();
            }
        }
        return "attachment";
    }
}
