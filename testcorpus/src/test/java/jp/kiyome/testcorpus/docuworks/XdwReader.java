package jp.kiyome.testcorpus.docuworks;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import jp.kiyome.testcorpus.ichitaro.Lh5;

/**
 * What a reader of a DocuWorks document sees, written from the public descriptions alone: objects with their kinds, places and texts, the records
 * of their drawings, the pixels of their pictures. Reads leniently.
 */
public final class XdwReader {

    private static final Charset JAPANESE = Charset.forName("windows-31j");

    private final byte[] file;
    private final byte[] offsets;
    private final StringBuilder out = new StringBuilder();

    private XdwReader(byte[] file) {
        this.file = file;
        int value = file.length - little(file, file.length - 4);
        Map<Integer, byte[]> trailer = fields(Arrays.copyOfRange(file, value, file.length));
        this.offsets = trailer.getOrDefault(0x81, new byte[0]);
        int at = value - 1;
        while (!((file[at] == 0x68 || file[at] == 0x65) && end(file, at) == file.length)) {
            at--;
        }
        int stored = number(field(trailer, 0x84));
        byte[] tree = new Lh5(Arrays.copyOfRange(file, at - stored, at)).unpack(number(field(trailer, 0x83)));
        for (int record = 0; record < tree.length; record = end(tree, record)) {
            record(Arrays.copyOfRange(tree, start(tree, record), end(tree, record)));
        }
    }

    public static String text(byte[] file) {
        return new XdwReader(file).out.toString();
    }

    private void record(byte[] record) {
        int at = end(record, 0);
        int kind = number(Arrays.copyOfRange(record, start(record, at), end(record, at))) & 0xFFFF;
        out.append(" ".repeat(record[2])).append(Integer.toHexString(kind));
        Map<Integer, byte[]> attributes = new TreeMap<>();
        Map<Integer, Boolean> inEntry = new TreeMap<>();
        for (at = end(record, at); at < record.length; at = end(record, at)) {
            attributes.put(tag(record, at), Arrays.copyOfRange(record, start(record, at), end(record, at)));
            inEntry.put(tag(record, at), (record[at] & 0xC0) == 0xC0);
        }
        Map<String, String> shown = new TreeMap<>();
        byte[] listed = attributes.getOrDefault(51, new byte[0]);
        boolean elsewhere = inEntry.getOrDefault(51, false);
        Map<Integer, String> names = names(elsewhere ? entry(number(field(fields(listed), 0x81))) : listed);
        attributes.forEach((tag, value) -> shown.put(
                names.getOrDefault(tag, Integer.toString(tag)),
                tag == 51 ? "" : shown(names.getOrDefault(tag, ""), tag, value, inEntry.getOrDefault(tag, false))));
        shown.forEach((name, value) -> out.append(' ').append(name).append('=').append(value));
        out.append('\n');
    }

    private String shown(String name, int tag, byte[] value, boolean inEntry) {
        if (tag == 7 || inEntry) {
            byte[] body = inEntry ? entry(number(field(fields(value), 0x81))) : value;
            return body[0] == (byte) 0x80 ? drawing(body) : pixels(Arrays.copyOfRange(body, 16, body.length));
        }
        if (name.endsWith("(w")) {
            return new String(value, StandardCharsets.UTF_16LE).replace("\0", "");
        }
        boolean text = name.equals("%Text") || name.equals("%Face") || name.startsWith("STAMPATT_YEAR");
        return text ? new String(value, JAPANESE).split("\0", 2)[0] : Arrays.toString(value);
    }

    private String drawing(byte[] body) {
        Map<Integer, byte[]> fields = fields(body);
        byte[] data = field(fields, 0x86);
        int kind = number(field(fields, 0x80));
        int size = number(field(fields, 0x81));
        boolean packed = fields.containsKey(0x8A) ? number(field(fields, 0x8A)) == 1 : kind != 7 && size > data.length;
        byte[] plain = packed ? new Lh5(data).unpack(size) : data;
        String where = "kind " + kind + " " + number(fields.getOrDefault(0x84, new byte[1]));
        return switch (kind) {
            case 4 -> where + " " + records(plain);
            case 5 -> where + " " + pixels(plain);
            case 7 -> where + " " + bits(plain, size);
            default -> where;
        };
    }

    private static String bits(byte[] data, int head) {
        int stored = little(data, head + 4);
        byte[] packed = Arrays.copyOfRange(data, head + 16, head + 16 + stored);
        return little(data, 4) + "x" + little(data, 8)
                + Arrays.toString(new Lh5(packed).unpack(little(data, head + 8)));
    }

    /** Types of the records, and the comments of DocuWorks whole. */
    private static String records(byte[] emf) {
        StringBuilder all = new StringBuilder();
        for (int at = 0; at < emf.length; at += little(emf, at + 4)) {
            int type = little(emf, at);
            all.append(type).append(',');
            if (type == 70) {
                all.append(Arrays.toString(Arrays.copyOfRange(emf, at + 8, at + 12 + little(emf, at + 8))));
            }
        }
        return all.toString();
    }

    private static String pixels(byte[] picture) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
            int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return image.getWidth() + "x" + image.getHeight() + "#" + Arrays.hashCode(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] entry(int number) {
        int at = little(offsets, 4 * number);
        return field(fields(Arrays.copyOfRange(file, start(file, at), end(file, at))), 0x82);
    }

    private static Map<Integer, String> names(byte[] value) {
        Map<Integer, String> names = new TreeMap<>();
        byte[][] items = new byte[5][];
        int count = 0;
        for (int at = 0; at < value.length; at += 1 + value[at]) {
            items[count++ % 5] = Arrays.copyOfRange(value, at + 1, at + 1 + value[at]);
            if (count % 5 == 0) {
                names.put(number(items[0]), new String(items[4], StandardCharsets.US_ASCII).replace("\0", ""));
            }
        }
        return names;
    }

    private static byte[] field(Map<Integer, byte[]> fields, int tag) {
        return fields.getOrDefault(tag, new byte[1]);
    }

    private static Map<Integer, byte[]> fields(byte[] value) {
        Map<Integer, byte[]> fields = new LinkedHashMap<>();
        for (int at = 0; at < value.length; at = end(value, at)) {
            fields.put(value[at] & 0xFF, Arrays.copyOfRange(value, start(value, at), end(value, at)));
        }
        return fields;
    }

    private static int tag(byte[] bytes, int at) {
        if ((bytes[at] & 31) < 31) {
            return bytes[at] & 31;
        }
        int tag = 0;
        int next = at;
        do {
            next++;
            tag = tag << 7 | bytes[next] & 0x7F;
        } while (bytes[next] < 0);
        return tag;
    }

    private static int length(byte[] bytes, int at) {
        int next = at;
        if ((bytes[next++] & 31) == 31) {
            while (bytes[next] < 0) {
                next++;
            }
            next++;
        }
        return next;
    }

    private static int start(byte[] bytes, int at) {
        int length = length(bytes, at);
        return bytes[length] >= 0 ? length + 1 : length + 1 + (bytes[length] & 0x7F);
    }

    private static int end(byte[] bytes, int at) {
        int length = length(bytes, at);
        int start = start(bytes, at);
        int size = bytes[length];
        if (size < 0) {
            size = 0;
            for (int i = length + 1; i < start; i++) {
                size = size << 8 | bytes[i] & 0xFF;
            }
        }
        return start + size;
    }

    private static int number(byte[] bytes) {
        int value = bytes[0] < 0 ? -1 : 0;
        for (byte b : bytes) {
            value = value << 8 | b & 0xFF;
        }
        return value;
    }

    private static int little(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
