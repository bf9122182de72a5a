package jp.kiyome.office.ole;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The first property set of a stream ([MS-OLEPS] 2.21), as far as its texts go. One that is broken has no property: nothing in it
 * is worth blocking a file for. Immutable.
 */
final class PropertySet {

    /** What the numbers of a set mean ([MS-OSHARED] 2.3.3.2.1.1, 2.3.3.2.2.1). */
    enum Format {
        SUMMARY("f29f85e0-4ff9-1068-ab91-08002b27b3d9"),
        DOCUMENT_SUMMARY("d5cdd502-2e9c-101b-9397-08002b2cf9ae");

        private final UUID id;

        Format(String id) {
            this.id = UUID.fromString(id);
        }
    }

    private static final int HEADER = 48;
    private static final int CODE_PAGE = 1;
    private static final int UTF_8 = 65001;
    private static final int VT_I2 = 2;
    private static final int VT_LPSTR = 0x1E;
    private static final int VT_LPWSTR = 0x1F;
    private static final int MOST_PROPERTIES = 1000;

    private final ByteBuffer in;
    private final Map<Integer, Integer> offsets = new TreeMap<>();

    private PropertySet(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length >= HEADER + 8) {
            readOffsets(in.getInt(44));
        }
    }

    static PropertySet read(byte[] bytes) {
        return new PropertySet(bytes);
    }

    private void readOffsets(int section) {
        if (section < HEADER || section > in.limit() - 8) {
            return;
        }
        int count = Math.min(MOST_PROPERTIES, in.getInt(section + 4));
        for (int i = 0; i < count && section + 16L + 8L * i <= in.limit(); i++) {
            long at = Integer.toUnsignedLong(in.getInt(section + 12 + 8 * i)) + section;
            if (at <= in.limit() - 8) {
                offsets.put(in.getInt(section + 8 + 8 * i), (int) at);
            }
        }
    }

    boolean has(int property) {
        return offsets.containsKey(property);
    }

    /** The text of a property without the zero at its end; empty where it is none. */
    Optional<String> text(int property) {
        Integer at = offsets.get(property);
        if (at == null) {
            return Optional.empty();
        }
        int type = in.getShort(at);
        long units = Integer.toUnsignedLong(in.getInt(at + 4));
        long length = type == VT_LPWSTR ? units * 2 : units;
        if ((type != VT_LPSTR && type != VT_LPWSTR) || length > in.limit() - at - 8) {
            return Optional.empty();
        }
        Optional<Charset> charset = type == VT_LPWSTR ? Optional.of(StandardCharsets.UTF_16LE) : codePage();
        return charset.flatMap(set -> decoded(set, at + 8, (int) length));
    }

    private Optional<String> decoded(Charset charset, int at, int length) {
        try {
            String text = charset.newDecoder().decode(in.slice(at, length)).toString();
            int end = text.indexOf('\0');
            return Optional.of(end < 0 ? text : text.substring(0, end)).filter(kept -> !kept.isEmpty());
        } catch (CharacterCodingException notInThisCodePage) {
            return Optional.empty();
        }
    }

    private Optional<Charset> codePage() {
        Integer at = offsets.get(CODE_PAGE);
        return at == null || in.getShort(at) != VT_I2
                ? Optional.empty()
                : CodePages.charset(Short.toUnsignedInt(in.getShort(at + 4)));
    }

    /**
     * A stream with one set of texts, in UTF-8.
     *
     * @param texts by the number of the property
     */
    static byte[] written(Format format, Map<Integer, String> texts) {
        Map<Integer, byte[]> values = new TreeMap<>();
        texts.forEach((number, text) -> values.put(number, (text + '\0').getBytes(StandardCharsets.UTF_8)));
        int size = 8 + 8 * (1 + values.size()) + 8;
        for (byte[] value : values.values()) {
            size += 8 + whole(value.length);
        }
        ByteBuffer out = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0xFFFE).putShort((short) 0).putInt(0x00020006).position(24);
        out.putInt(1);
        putId(out, format.id);
        out.putInt(HEADER).putInt(size).putInt(1 + values.size());
        int at = 8 + 8 * (1 + values.size());
        out.putInt(CODE_PAGE).putInt(at);
        at += 8;
        for (Map.Entry<Integer, byte[]> value : values.entrySet()) {
            out.putInt(value.getKey()).putInt(at);
            at += 8 + whole(value.getValue().length);
        }
        out.putInt(VT_I2).putShort((short) UTF_8).putShort((short) 0);
        for (byte[] value : values.values()) {
            out.putInt(VT_LPSTR).putInt(value.length).put(value);
            out.position(out.position() + whole(value.length) - value.length);
        }
        return out.array();
    }

    private static int whole(int length) {
        return (length + 3) & ~3;
    }

    private static void putId(ByteBuffer out, UUID id) {
        out.putInt((int) (id.getMostSignificantBits() >> 32))
                .putShort((short) (id.getMostSignificantBits() >> 16))
                .putShort((short) id.getMostSignificantBits())
                .putLong(Long.reverseBytes(id.getLeastSignificantBits()));
    }
}
