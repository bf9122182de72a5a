package jp.kiyome.testcorpus.ichitaro;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a reader of an Ichitaro document sees, written from the public descriptions alone: text with readings, cells and ends of
 * rows of every sheet, notes, headers, names of fonts. Reads leniently, as those who show documents do.
 */
public final class JtdReader {

    private final byte[] file;
    private final ByteBuffer in;
    private final int sector;
    private final Map<String, byte[]> streams = new TreeMap<>();

    private JtdReader(byte[] file) {
        this.file = file;
        this.in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        this.sector = 1 << in.getShort(30);
        walk(0, "", new HashSet<>());
    }

    /** Every text of the document with a mark for what is not a character. */
    public static String text(byte[] file) {
        JtdReader reader = new JtdReader(file);
        byte[] packed = reader.streams.get("/JSCompDocument");
        if (packed != null) {
            return "compressed\n" + text(unpacked(packed));
        }
        StringBuilder all = new StringBuilder();
        reader.streams.forEach((name, bytes) -> {
            String last = name.substring(name.lastIndexOf('/') + 1);
            if (Set.of("DocumentText", "Footnote", "Header").contains(last)) {
                all.append(name).append(": ").append(texts(bytes)).append('\n');
            } else if (last.equals("Font")) {
                all.append(name).append(": ").append(fonts(bytes)).append('\n');
            }
        });
        return all.toString();
    }

    /** Names of all streams, as paths. */
    public static Set<String> names(byte[] file) {
        return new JtdReader(file).streams.keySet();
    }

    private static byte[] unpacked(byte[] packed) {
        int header = 38 + 2 + (packed[38] & 0xFF);
        ByteBuffer member = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        byte[] data = Arrays.copyOfRange(packed, header, header + member.getInt(45));
        return new Lh5(data).unpack(member.getInt(49));
    }

    private static String texts(byte[] store) {
        List<byte[]> parts = parts(store);
        ByteBuffer first = ByteBuffer.wrap(parts.getFirst());
        if (new String(parts.getFirst(), 0, 8, StandardCharsets.US_ASCII).equals("QLSTV.01")) {
            StringBuilder units = new StringBuilder();
            for (int i = 0; i < first.getInt(8); i++) {
                byte[] piece = parts.get(first.getInt(16 + 8 * i));
                units.append(new String(piece, 0, 2 * first.getInt(12 + 8 * i), StandardCharsets.UTF_16BE));
            }
            return shown(units.toString());
        }
        StringBuilder all = new StringBuilder();
        for (byte[] part : parts) {
            if (new String(part, 0, 5, StandardCharsets.US_ASCII).equals("TextV")) {
                int count = ByteBuffer.wrap(part).getInt(8);
                all.append(shown(new String(part, 12, 2 * count, StandardCharsets.UTF_16BE)));
            }
        }
        return all.toString();
    }

    private static List<byte[]> parts(byte[] store) {
        ByteBuffer in = ByteBuffer.wrap(store);
        List<byte[]> parts = new ArrayList<>();
        int at = 20 + 256 * in.getInt(16);
        for (int i = 0; i < in.getInt(8); i++) {
            int blocks = in.getInt(at + 12);
            byte[] part = new byte[blocks * 256];
            for (int j = 0; j < blocks; j++) {
                System.arraycopy(store, 20 + 256 * in.getInt(at + 20 + 4 * j), part, 256 * j, 256);
            }
            parts.add(Arrays.copyOf(part, Math.max(8, in.getInt(at + 8))));
            at += 20 + 4 * blocks;
        }
        return parts;
    }

    private static String shown(String units) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < units.length()) {
            char unit = units.charAt(at);
            if (unit == 0x1C) {
                int length = units.charAt(at + 2);
                boolean inline = units.charAt(at + length - 1) == 0x1D;
                out.append(inline ? inline(units, at) : record(units, at));
                at += length;
            } else if (unit == 0x1E) {
                out.append("}");
                at += 5;
            } else {
                out.append(unit < 0x20 ? "<" + (int) unit + ">" : String.valueOf(unit));
                at++;
            }
        }
        return out.toString();
    }

    private static String inline(String units, int at) {
        return units.charAt(at + 5) == 0x82 ? "ruby{" : "inline" + (int) units.charAt(at + 5) + "{";
    }

    /** A cell with its edges; a line with how it is set and ruled. */
    private static String record(String units, int at) {
        int kind = units.charAt(at + 1);
        if (kind == 0x30) {
            return "|" + (int) units.charAt(at + 4) + "-" + (int) units.charAt(at + 5) + ":";
        }
        StringBuilder out = new StringBuilder("[" + kind);
        for (int i = at + 3; i < at + units.charAt(at + 2) - 4; i++) {
            out.append(' ').append((int) units.charAt(i));
        }
        return out.append(']').toString();
    }

    private static String fonts(byte[] table) {
        StringBuilder names = new StringBuilder();
        ByteBuffer in = ByteBuffer.wrap(table);
        int at = 10;
        for (int i = 0; i < in.getShort(8); i++) {
            at += 30;
            for (; in.getShort(at) != 0; at += 2) {
                names.append(in.getChar(at));
            }
            at += 14;
            while (in.getShort(at) != 0) {
                at += 2;
            }
            at += 2;
            names.append(';');
        }
        return names.toString();
    }

    private int fat(int at) {
        int perSector = sector / 4;
        return in.getInt((in.getInt(76 + at / perSector * 4) + 1) * sector + at % perSector * 4);
    }

    private byte[] chain(int first, int size) {
        byte[] all = new byte[(size + sector - 1) / sector * sector];
        int at = first;
        for (int done = 0; done < all.length; done += sector, at = fat(at)) {
            int from = (at + 1) * sector;
            System.arraycopy(file, from, all, done, Math.min(sector, file.length - from));
        }
        return Arrays.copyOf(all, size);
    }

    private ByteBuffer entry(int number) {
        int at = in.getInt(48);
        for (int i = 0; i < number * 128 / sector; i++) {
            at = fat(at);
        }
        int from = (at + 1) * sector + number * 128 % sector;
        return ByteBuffer.wrap(file, from, 128).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private void walk(int number, String path, Set<Integer> seen) {
        if (number < 0 || !seen.add(number)) {
            return;
        }
        ByteBuffer entry = entry(number);
        byte[] letters = new byte[entry.getShort(64) - 2];
        entry.get(0, letters);
        String name = new String(letters, StandardCharsets.UTF_16LE);
        int kind = entry.get(66);
        String here = kind == 5 ? "" : path + "/" + name;
        if (kind == 2) {
            streams.put(here, stream(entry.getInt(116), entry.getInt(120)));
        } else {
            walk(entry.getInt(76), here, seen);
        }
        if (kind != 5) {
            walk(entry.getInt(68), path, seen);
            walk(entry.getInt(72), path, seen);
        }
    }

    private byte[] stream(int start, int size) {
        if (size >= 4096) {
            return chain(start, size);
        }
        ByteBuffer root = entry(0);
        byte[] mini = root.getInt(120) == 0 ? new byte[0] : chain(root.getInt(116), root.getInt(120));
        ByteBuffer next =
                ByteBuffer.wrap(chain(in.getInt(60), in.getInt(64) * sector)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] all = new byte[size];
        int at = start;
        for (int done = 0; done < size; done += 64, at = next.getInt(4 * at)) {
            System.arraycopy(mini, at * 64, all, done, Math.min(64, size - done));
        }
        return all;
    }
}
