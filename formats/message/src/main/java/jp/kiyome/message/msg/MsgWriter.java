package jp.kiyome.message.msg;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import jp.kiyome.container.cfb.NewEntry;
import jp.kiyome.container.cfb.WrittenCompound;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.message.mapi.MapiItem;
import jp.kiyome.message.mapi.MapiValue;

/** Writes an item ([MS-OXMSG] 2): properties by their number, names by set and number, nothing else. Not thread-safe. */
public final class MsgWriter {

    /** Readable and writable ([MS-OXMSG] 2.4.2.1). */
    private static final int FLAGS = 6;

    private static final UUID CLASS = UUID.fromString("00020d0b-0000-0000-c000-000000000046");

    private final List<MapiItem.Name> names;

    private MsgWriter(List<MapiItem.Name> names) {
        this.names = names;
    }

    public static void write(MapiItem item, Sink out) {
        Set<MapiItem.Name> names = new TreeSet<>();
        collect(item, names);
        MsgWriter writer = new MsgWriter(List.copyOf(names));
        List<NewEntry> entries = writer.message(item, 32);
        entries.add(
                new NewEntry.Storage(MsgReader.NAMES, NewEntry.Storage.NO_CLASS, NameMapWriter.streams(writer.names)));
        WrittenCompound.write(new NewEntry.Storage("", CLASS, entries), out);
    }

    private static void collect(MapiItem item, Set<MapiItem.Name> names) {
        names.addAll(item.named().keySet());
        item.recipients().forEach(inner -> collect(inner, names));
        item.attachments().forEach(inner -> collect(inner, names));
        item.inside().ifPresent(inner -> collect(inner, names));
    }

    private List<NewEntry> message(MapiItem item, int header) {
        Bytes head = new Bytes();
        head.zeros(8);
        head.i32(item.recipients().size());
        head.i32(item.attachments().size());
        head.i32(item.recipients().size());
        head.i32(item.attachments().size());
        head.zeros(header - 24);
        List<NewEntry> entries = item(item, head);
        for (int i = 0; i < item.recipients().size(); i++) {
            Bytes zeros = new Bytes();
            zeros.zeros(8);
            entries.add(storage(MsgReader.RECIPIENT, i, item(item.recipients().get(i), zeros)));
        }
        for (int i = 0; i < item.attachments().size(); i++) {
            entries.add(storage(
                    MsgReader.ATTACHMENT, i, attachment(item.attachments().get(i))));
        }
        return entries;
    }

    private List<NewEntry> attachment(MapiItem attachment) {
        Bytes zeros = new Bytes();
        zeros.zeros(8);
        List<NewEntry> entries = item(attachment, zeros);
        attachment
                .inside()
                .ifPresent(inner -> entries.add(new NewEntry.Storage(
                        MsgReader.VALUE + "3701000D", NewEntry.Storage.NO_CLASS, message(inner, 24))));
        return entries;
    }

    private static NewEntry storage(String prefix, int number, List<NewEntry> entries) {
        return new NewEntry.Storage(
                prefix + String.format(Locale.ROOT, "%08X", number), NewEntry.Storage.NO_CLASS, entries);
    }

    private List<NewEntry> item(MapiItem item, Bytes list) {
        Map<Integer, MapiValue> all = new TreeMap<>(item.properties());
        item.named().forEach((name, value) -> all.put(0x8000 + names.indexOf(name), value));
        List<NewEntry> entries = new ArrayList<>();
        all.forEach((id, value) -> property(id, value, list, entries));
        if (item.inside().isPresent()) {
            entry(list, MsgReader.DATA, MapiValue.OBJECT, 0xFFFFFFFFL | 1L << 32);
        }
        entries.add(new NewEntry.Stream(MsgReader.PROPERTIES, list.content()));
        return entries;
    }

    private static void property(int id, MapiValue value, Bytes list, List<NewEntry> entries) {
        switch (value) {
            case MapiValue.Fixed(int type, long bits) -> entry(list, id, type, bits);
            case MapiValue.Text(String text) -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
                entry(list, id, MapiValue.UNICODE, bytes.length + 2L);
                entries.add(stream(id, MapiValue.UNICODE, HeapContent.of(bytes)));
            }
            case MapiValue.Texts(List<String> texts) -> texts(id, texts, list, entries);
            case MapiValue.Bytes(Content bytes) -> {
                entry(list, id, MapiValue.BINARY, bytes.size());
                entries.add(stream(id, MapiValue.BINARY, bytes));
            }
            case MapiValue.Coded ignored -> throw new IllegalArgumentException("a text in no charset");
            case MapiValue.Other ignored -> throw new IllegalArgumentException("no value");
        }
    }

    private static void texts(int id, List<String> texts, Bytes list, List<NewEntry> entries) {
        String name = MsgReader.VALUE + String.format(Locale.ROOT, "%04X%04X", id, MapiValue.TEXTS);
        Bytes lengths = new Bytes();
        for (int i = 0; i < texts.size(); i++) {
            byte[] bytes = (texts.get(i) + "\0").getBytes(StandardCharsets.UTF_16LE);
            lengths.i32(bytes.length);
            entries.add(new NewEntry.Stream(name + String.format(Locale.ROOT, "-%08X", i), HeapContent.of(bytes)));
        }
        entry(list, id, MapiValue.TEXTS, 4L * texts.size());
        entries.add(new NewEntry.Stream(name, lengths.content()));
    }

    private static NewEntry stream(int id, int type, Content content) {
        return new NewEntry.Stream(MsgReader.VALUE + String.format(Locale.ROOT, "%04X%04X", id, type), content);
    }

    private static void entry(Bytes list, int id, int type, long value) {
        list.i32(id << 16 | type);
        list.i32(FLAGS);
        list.i32((int) value);
        list.i32((int) (value >> 32));
    }

    /** Little-endian numbers. */
    static final class Bytes {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        int size() {
            return out.size();
        }

        void u8(int value) {
            out.write(value);
        }

        void i32(int value) {
            u16(value);
            u16(value >> 16);
        }

        void u16(int value) {
            out.write(value);
            out.write(value >> 8);
        }

        void guid(UUID id) {
            i32((int) (id.getMostSignificantBits() >> 32));
            u16((int) (id.getMostSignificantBits() >> 16));
            u16((int) id.getMostSignificantBits());
            for (int shift = 56; shift >= 0; shift -= 8) {
                out.write((int) (id.getLeastSignificantBits() >> shift));
            }
        }

        void zeros(int count) {
            for (int i = 0; i < count; i++) {
                out.write(0);
            }
        }

        Content content() {
            return HeapContent.of(out.toByteArray());
        }
    }
}
