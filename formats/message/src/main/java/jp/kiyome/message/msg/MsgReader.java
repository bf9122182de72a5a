package jp.kiyome.message.msg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kiyome.container.cfb.CompoundEntry;
import jp.kiyome.container.cfb.CompoundFile;
import jp.kiyome.container.cfb.CompoundStorage;
import jp.kiyome.container.cfb.CompoundStream;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.message.mapi.MapiItem;
import jp.kiyome.message.mapi.MapiValue;

/**
 * Reads an item from its compound file ([MS-OXMSG] 2): what no property names is told as lost. Not thread-safe.
 */
public final class MsgReader {

    static final String PROPERTIES = "__properties_version1.0";
    static final String NAMES = "__nameid_version1.0";
    static final String RECIPIENT = "__recip_version1.0_#";
    static final String ATTACHMENT = "__attach_version1.0_#";
    static final String VALUE = "__substg1.0_";
    static final int DATA = 0x3701;

    private static final int ENTRY = 16;
    private static final int TOP = 32;
    private static final int EMBEDDED = 24;
    private static final int PART = 8;
    private static final int ENTRIES = 4_000;

    private final CompoundFile file;
    private final Session session;
    private final NameMap names;

    private MsgReader(CompoundFile file, Session session) {
        this.file = file;
        this.session = session;
        this.names = file.root()
                .storage(NAMES)
                .map(s -> NameMap.read(file, s, session))
                .orElse(NameMap.none());
    }

    public static MapiItem read(Content content, Session session) {
        CompoundFile file = CompoundFile.open(content, session.budget(), session::found);
        return new MsgReader(file, session).message(file.root(), TOP);
    }

    private MapiItem message(CompoundStorage storage, int header) {
        List<MapiItem> recipients = new ArrayList<>();
        List<MapiItem> attachments = new ArrayList<>();
        for (CompoundEntry entry : storage.entries()) {
            if (entry instanceof CompoundStorage inner && entry.name().startsWith(RECIPIENT)) {
                recipients.add(part(inner, Optional.empty()));
            } else if (entry instanceof CompoundStorage inner && entry.name().startsWith(ATTACHMENT)) {
                attachments.add(part(inner, embedded(inner)));
            }
        }
        return item(storage, header, recipients, attachments, Optional.empty());
    }

    /** The message that is the data of an attachment. */
    private Optional<MapiItem> embedded(CompoundStorage attachment) {
        Optional<CompoundStorage> inner = attachment.storage(VALUE + "3701000D");
        if (inner.flatMap(s -> s.stream(PROPERTIES)).isEmpty()) {
            return Optional.empty();
        }
        session.budget().enter();
        try {
            return inner.map(storage -> message(storage, EMBEDDED));
        } finally {
            session.budget().leave();
        }
    }

    private MapiItem part(CompoundStorage storage, Optional<MapiItem> inside) {
        return item(storage, PART, List.of(), List.of(), inside);
    }

    private MapiItem item(
            CompoundStorage storage,
            int header,
            List<MapiItem> recipients,
            List<MapiItem> attachments,
            Optional<MapiItem> inside) {
        session.budget().entries(1);
        SortedMap<Integer, MapiValue> plain = new TreeMap<>();
        SortedMap<MapiItem.Name, MapiValue> named = new TreeMap<>();
        int unnamed = 0;
        Set<String> used = new HashSet<>(Set.of(PROPERTIES, NAMES));
        byte[] list = bytes(storage.stream(PROPERTIES).orElseThrow(() -> damaged("no properties")), ENTRIES * ENTRY);
        if (list.length < header || (list.length - header) % ENTRY != 0) {
            throw damaged("properties of " + list.length + " bytes");
        }
        for (int at = header; at < list.length; at += ENTRY) {
            int type = u16(list, at);
            int id = u16(list, at + 2);
            MapiValue value = value(storage, type, id, list, at + 8, used);
            if (id < 0x8000) {
                if (plain.put(id, value) != null) {
                    throw damaged("property %04X stands twice".formatted(id));
                }
            } else {
                Optional<MapiItem.Name> name = names.name(id);
                unnamed += name.isEmpty() ? 1 : 0;
                name.ifPresent(n -> named.put(n, value));
            }
        }
        return new MapiItem(plain, named, unnamed, recipients, attachments, inside, lost(storage, used));
    }

    private MapiValue value(CompoundStorage storage, int type, int id, byte[] list, int at, Set<String> used) {
        String name = VALUE + "%04X%04X".formatted(id, type);
        return switch (type) {
            case MapiValue.INT, MapiValue.BOOL ->
                new MapiValue.Fixed(
                        type, type == MapiValue.BOOL ? u16(list, at) : Integer.toUnsignedLong(i32(list, at)));
            case MapiValue.REAL, MapiValue.TIME, MapiValue.LONG -> new MapiValue.Fixed(type, i64(list, at));
            case MapiValue.UNICODE, MapiValue.STRING8, MapiValue.BINARY -> {
                used.add(name);
                Optional<CompoundStream> stream = storage.stream(name);
                yield stream.isEmpty() ? new MapiValue.Other(type) : variable(type, stream.get());
            }
            case MapiValue.TEXTS -> several(storage, name, used);
            case MapiValue.OBJECT -> {
                used.add(name);
                yield new MapiValue.Other(type);
            }
            default -> {
                used.add(name);
                storage.entries().stream()
                        .map(CompoundEntry::name)
                        .filter(n -> n.startsWith(name))
                        .forEach(used::add);
                yield new MapiValue.Other(type);
            }
        };
    }

    /** 2.1.4.2: a stream of their lengths, and one for each; no value where one is missing. */
    private MapiValue several(CompoundStorage storage, String name, Set<String> used) {
        storage.entries().stream()
                .map(CompoundEntry::name)
                .filter(n -> n.startsWith(name))
                .forEach(used::add);
        int count = storage.stream(name)
                .map(stream -> bytes(stream, ENTRIES).length / 4)
                .orElse(0);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Optional<CompoundStream> one = storage.stream(name + "-%08X".formatted(i));
            if (one.isEmpty() || !(Utf16.text(content(one.get())) instanceof MapiValue.Text(String text))) {
                return new MapiValue.Other(MapiValue.TEXTS);
            }
            texts.add(text);
        }
        return new MapiValue.Texts(texts);
    }

    private MapiValue variable(int type, CompoundStream stream) {
        Content content = content(stream);
        return switch (type) {
            case MapiValue.UNICODE -> Utf16.text(content);
            case MapiValue.STRING8 -> new MapiValue.Coded(content);
            default -> new MapiValue.Bytes(content);
        };
    }

    private static List<String> lost(CompoundStorage storage, Set<String> used) {
        return storage.entries().stream()
                .map(CompoundEntry::name)
                .filter(name -> !used.contains(name) && !name.startsWith(RECIPIENT) && !name.startsWith(ATTACHMENT))
                .toList();
    }

    private Content content(CompoundStream stream) {
        session.budget().decode(stream.size());
        Sink sink = session.scratch();
        try (InputStream in = file.open(stream)) {
            in.transferTo(sink);
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
        return sink.finish();
    }

    private byte[] bytes(CompoundStream stream, int most) {
        return bytes(file, stream, most);
    }

    static byte[] bytes(CompoundFile file, CompoundStream stream, int most) {
        if (stream.size() > most) {
            throw damaged(stream.name() + " of " + stream.size() + " bytes");
        }
        try (InputStream in = file.open(stream)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
    }

    static Refusal damaged(String what) {
        return Refusal.of("message.msg-damaged", what);
    }

    static int u16(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    static int i32(byte[] bytes, int at) {
        return u16(bytes, at) | u16(bytes, at + 2) << 16;
    }

    static long i64(byte[] bytes, int at) {
        return Integer.toUnsignedLong(i32(bytes, at)) | (long) i32(bytes, at + 4) << 32;
    }
}
