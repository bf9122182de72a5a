package jp.kiyome.message.tnef;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.message.mapi.MapiItem;
import jp.kiyome.message.mapi.MapiValue;

/** Properties as TNEF writes them ([MS-OXTNEF] 2.1.3.4). Not thread-safe. */
final class PropertyList {

    static final int DATA = 0x3701;
    private static final int MULTIPLE = 0x1000;
    private static final int LARGEST_TEXT = 32 << 20;

    /** The interface of a message ([MS-OXTNEF] 2.1.3.3.15): another TNEF stands behind it. */
    static final UUID MESSAGE = UUID.fromString("00020307-0000-0000-c000-000000000046");

    private final Session session;
    private final SortedMap<Integer, MapiValue> plain = new TreeMap<>();
    private final SortedMap<MapiItem.Name, MapiValue> named = new TreeMap<>();
    private Optional<Content> message = Optional.empty();
    private int unnamed;

    PropertyList(Session session) {
        this.session = session;
    }

    Map<Integer, MapiValue> plain() {
        return plain;
    }

    /** The stream of a message that is the data of an attachment. */
    Optional<Content> message() {
        return message;
    }

    MapiItem item(List<MapiItem> recipients, List<MapiItem> files, Optional<MapiItem> inside, List<String> lost) {
        return new MapiItem(plain, named, unnamed, recipients, files, inside, lost);
    }

    void read(Cursor in) {
        long count = in.number(4);
        for (long i = 0; i < count; i++) {
            session.budget().entries(1);
            property(in);
        }
    }

    private void property(Cursor in) {
        int type = (int) in.number(2);
        int id = (int) in.number(2);
        Optional<MapiItem.Name> name = Optional.empty();
        if (id >= 0x8000) {
            UUID set = in.guid();
            if (in.number(4) == 0) {
                name = Optional.of(new MapiItem.Name(set, (int) in.number(4)));
            } else {
                long length = in.number(4);
                String text = utf16(in.take(length));
                in.pad(length);
                name = text.isEmpty() ? Optional.empty() : Optional.of(new MapiItem.Name(set, 0, text));
            }
        }
        MapiValue value = (type & MULTIPLE) != 0 ? several(in, type) : one(in, type, id);
        if (id < 0x8000) {
            plain.put(id, value);
        } else if (name.isPresent()) {
            named.put(name.get(), value);
        } else {
            unnamed++;
        }
    }

    private MapiValue several(Cursor in, int type) {
        long count = in.number(4);
        int single = type & ~MULTIPLE;
        List<String> texts = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            long length = variable(single) ? in.number(4) : fixed(single);
            Content value = in.take(length);
            in.pad(length);
            if (type == MapiValue.TEXTS) {
                session.budget().entries(1);
                texts.add(utf16(value));
            }
        }
        return type == MapiValue.TEXTS ? new MapiValue.Texts(texts) : new MapiValue.Other(type);
    }

    private MapiValue one(Cursor in, int type, int id) {
        if (!variable(type)) {
            int size = fixed(type);
            if (size == 16) {
                in.take(16);
                return new MapiValue.Other(type);
            }
            long bits = in.number(size);
            in.pad(size);
            return switch (type) {
                case MapiValue.INT, MapiValue.BOOL, MapiValue.REAL, MapiValue.TIME, MapiValue.LONG ->
                    new MapiValue.Fixed(type, bits);
                default -> new MapiValue.Other(type);
            };
        }
        long count = in.number(4);
        MapiValue value = new MapiValue.Other(type);
        for (long i = 0; i < count; i++) {
            long length = in.number(4);
            Content bytes = in.take(length);
            in.pad(length);
            value = i == 0 ? value(type, id, bytes) : new MapiValue.Other(type);
        }
        return value;
    }

    private MapiValue value(int type, int id, Content bytes) {
        return switch (type) {
            case MapiValue.UNICODE -> new MapiValue.Text(utf16(bytes));
            case MapiValue.STRING8 -> new MapiValue.Coded(bytes);
            case MapiValue.BINARY -> new MapiValue.Bytes(bytes);
            default -> {
                boolean object = id == DATA && bytes.size() > 16;
                if (object && new Cursor(bytes).guid().equals(MESSAGE)) {
                    message = Optional.of(bytes.slice(16, bytes.size() - 16));
                }
                yield new MapiValue.Other(type);
            }
        };
    }

    private static String utf16(Content bytes) {
        if (bytes.size() > LARGEST_TEXT) {
            throw Cursor.damaged("a text of " + bytes.size() + " bytes");
        }
        byte[] copy = new byte[(int) bytes.size() & ~1];
        bytes.copy(0, copy, 0, copy.length);
        String text = new String(copy, StandardCharsets.UTF_16LE);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static boolean variable(int type) {
        return type == MapiValue.UNICODE
                || type == MapiValue.STRING8
                || type == MapiValue.BINARY
                || type == MapiValue.OBJECT;
    }

    private static int fixed(int type) {
        return switch (type) {
            case 0x0001 -> 4;
            case 0x0002, MapiValue.BOOL -> 2;
            case MapiValue.INT, 0x0004, 0x000A -> 4;
            case MapiValue.REAL, 0x0006, 0x0007, MapiValue.LONG, MapiValue.TIME -> 8;
            case 0x0048 -> 16;
            default -> throw Cursor.damaged("a property of type %04X".formatted(type));
        };
    }
}
