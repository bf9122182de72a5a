package jp.kiyome.message.tnef;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.message.mapi.MapiItem;
import jp.kiyome.message.mapi.MapiValue;

/** Writes an item as TNEF ([MS-OXTNEF] 2.1), in one way for the same item. Not thread-safe. */
public final class TnefWriter {

    private static final int MESSAGE = 1;
    private static final int FILE = 2;

    /** Of a file ([MS-OXTNEF] 2.1.3.3.15): no place in the text, no size. */
    private static final byte[] RENDERING = {1, 0, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0};

    private final Supplier<Sink> scratch;
    private final Sink out;

    private TnefWriter(Supplier<Sink> scratch, Sink out) {
        this.scratch = scratch;
        this.out = out;
    }

    /**
     * Writes a whole stream.
     *
     * @param scratch gives empty sinks for what must be measured before it is written
     */
    public static void write(MapiItem item, Sink out, Supplier<Sink> scratch) {
        new TnefWriter(scratch, out).message(item);
    }

    private void message(MapiItem item) {
        number(out, TnefReader.SIGNATURE, 4);
        number(out, 1, 2);
        attribute(MESSAGE, 0x9006, 8, bytes(0, 0, 1, 0));
        attribute(MESSAGE, 0x9007, 6, bytes(0xA4, 3, 0, 0, 0, 0, 0, 0));
        attribute(MESSAGE, 0x9003, 6, properties(item));
        if (!item.recipients().isEmpty()) {
            Sink rows = scratch.get();
            number(rows, item.recipients().size(), 4);
            item.recipients().forEach(recipient -> copy(properties(recipient), rows));
            attribute(MESSAGE, 0x9004, 6, rows.finish());
        }
        for (MapiItem file : item.attachments()) {
            attribute(FILE, 0x9002, 6, HeapContent.of(RENDERING.clone()));
            attribute(FILE, 0x8010, 1, title(file));
            if (file.properties().get(PropertyList.DATA) instanceof MapiValue.Bytes(Content data)) {
                attribute(FILE, 0x800F, 6, data);
            }
            attribute(FILE, 0x9005, 6, properties(file));
        }
    }

    /** The name as readers without Unicode have it: in code page 932, with underscores for what that has not. */
    private static Content title(MapiItem file) {
        String name = file.properties().get(0x3707) instanceof MapiValue.Text(String text) ? text : "message";
        StringBuilder fits = new StringBuilder();
        name.codePoints().forEach(point -> fits.appendCodePoint(Encoding.CP932.has(point) ? point : '_'));
        byte[] bytes = Encoding.CP932.encode(fits.append('\0').toString());
        return HeapContent.of(bytes);
    }

    private Content properties(MapiItem item) {
        SortedMap<Integer, MapiValue> plain = new TreeMap<>(item.properties());
        plain.remove(PropertyList.DATA);
        Sink list = scratch.get();
        int inside = item.inside().isPresent() ? 1 : 0;
        number(list, plain.size() + item.named().size() + inside, 4);
        for (Map.Entry<Integer, MapiValue> entry : plain.entrySet()) {
            number(list, type(entry.getValue()), 2);
            number(list, entry.getKey(), 2);
            value(list, entry.getValue());
        }
        int number = 0x8000;
        for (Map.Entry<MapiItem.Name, MapiValue> entry : item.named().entrySet()) {
            number(list, type(entry.getValue()), 2);
            number(list, number++, 2);
            guid(list, entry.getKey().set());
            name(list, entry.getKey());
            value(list, entry.getValue());
        }
        item.inside().ifPresent(message -> inside(list, message));
        return list.finish();
    }

    /** [MS-OXTNEF] 2.1.3.4.1: a number, or a text with a zero behind it. */
    private static void name(Sink list, MapiItem.Name name) {
        number(list, name.text().isEmpty() ? 0 : 1, 4);
        if (name.text().isEmpty()) {
            number(list, name.id(), 4);
        } else {
            sized(list, text(name.text()));
        }
    }

    private void inside(Sink list, MapiItem message) {
        Sink nested = scratch.get();
        guid(nested, PropertyList.MESSAGE);
        Sink stream = scratch.get();
        write(message, stream, scratch);
        copy(stream.finish(), nested);
        number(list, MapiValue.OBJECT, 2);
        number(list, PropertyList.DATA, 2);
        variable(list, nested.finish());
    }

    private static int type(MapiValue value) {
        return switch (value) {
            case MapiValue.Fixed fixed -> fixed.type();
            case MapiValue.Text ignored -> MapiValue.UNICODE;
            case MapiValue.Bytes ignored -> MapiValue.BINARY;
            case MapiValue.Texts ignored -> MapiValue.TEXTS;
            case MapiValue.Coded ignored -> throw new IllegalArgumentException("a text in no charset");
            case MapiValue.Other ignored -> throw new IllegalArgumentException("no value");
        };
    }

    private static void value(Sink list, MapiValue value) {
        switch (value) {
            case MapiValue.Fixed(int type, long bits) ->
                number(
                        list,
                        type == MapiValue.BOOL ? bits & 1 : bits,
                        type == MapiValue.INT || type == MapiValue.BOOL ? 4 : 8);
            case MapiValue.Text(String text) -> variable(list, text(text));
            case MapiValue.Bytes(Content bytes) -> variable(list, bytes);
            case MapiValue.Texts(List<String> texts) -> {
                number(list, texts.size(), 4);
                texts.forEach(text -> sized(list, text(text)));
            }
            case MapiValue.Coded ignored -> throw new IllegalArgumentException("a text in no charset");
            case MapiValue.Other ignored -> throw new IllegalArgumentException("no value");
        }
    }

    private static void variable(Sink list, Content bytes) {
        number(list, 1, 4);
        sized(list, bytes);
    }

    private static Content text(String text) {
        return HeapContent.of((text + "\0").getBytes(StandardCharsets.UTF_16LE));
    }

    private static void sized(Sink list, Content bytes) {
        number(list, bytes.size(), 4);
        copy(bytes, list);
        number(list, 0, (int) (-bytes.size() & 3));
    }

    private void attribute(int level, int id, int type, Content data) {
        number(out, level, 1);
        number(out, id, 2);
        number(out, type, 2);
        number(out, data.size(), 4);
        copy(data, out);
        number(out, TnefReader.sum(data), 2);
    }

    private static void guid(Sink to, UUID id) {
        number(to, id.getMostSignificantBits() >>> 32, 4);
        number(to, id.getMostSignificantBits() >> 16, 2);
        number(to, id.getMostSignificantBits(), 2);
        number(to, Long.reverseBytes(id.getLeastSignificantBits()), 8);
    }

    private static void number(Sink to, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            to.write((int) (value >> 8 * i));
        }
    }

    private static Content bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return HeapContent.of(bytes);
    }

    private static void copy(Content from, Sink to) {
        try {
            from.stream().transferTo(to);
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
    }
}
