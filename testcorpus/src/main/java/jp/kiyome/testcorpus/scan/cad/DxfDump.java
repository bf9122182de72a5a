package jp.kiyome.testcorpus.scan.cad;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a drawing shows, as a second reader sees it: one line an entity, block, layer, style or line type, with numbers by value.
 * Handles and references are left out, for they say nothing of what is shown.
 */
public final class DxfDump {

    /** A code and its value. */
    public record Item(int code, String value) {}

    private static final byte[] BINARY = "AutoCAD Binary DXF".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> TABLES = Set.of("LAYER", "LTYPE", "STYLE", "DIMSTYLE", "VIEW", "UCS", "VPORT");

    /** Objects by which a drawing looks as it does. */
    private static final Set<String> OBJECTS = Set.of(
            "LAYOUT",
            "GROUP",
            "MLINESTYLE",
            "IMAGEDEF",
            "MLEADERSTYLE",
            "TABLESTYLE",
            "SPATIAL_FILTER",
            "SCALE",
            "VISUALSTYLE",
            "MATERIAL",
            "SORTENTSTABLE",
            "SUN");

    private DxfDump() {}

    /** Every pair; the values of the binary form in digits. */
    public static List<Item> items(byte[] file) {
        String raw = new String(file, StandardCharsets.ISO_8859_1);
        return raw.startsWith(new String(BINARY, StandardCharsets.ISO_8859_1)) ? binary(file) : text(raw);
    }

    public static boolean is(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, 4096), StandardCharsets.ISO_8859_1);
        return head.startsWith("AutoCAD Binary DXF")
                || head.matches("(?s)(\\s*999\\s*?\\R[^\\r\\n]*\\R)*\\s*0\\s*?\\R\\s*SECTION.*");
    }

    private static List<Item> text(String raw) {
        String[] lines = raw.split("\r\n|\n|\r", -1);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i + 1 < lines.length; i += 2) {
            if (lines[i].isBlank()) {
                break;
            }
            items.add(new Item(Integer.parseInt(lines[i].strip()), lines[i + 1]));
        }
        return items;
    }

    private static List<Item> binary(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        in.position(BINARY.length + 4);
        boolean wide = file[in.position() + 1] == 0;
        List<Item> items = new ArrayList<>();
        while (in.hasRemaining()) {
            int code = wide ? in.getShort() : in.get() & 0xFF;
            code = !wide && code == 255 ? in.getShort() : code;
            items.add(new Item(code, value(code, in)));
        }
        return items;
    }

    private static String value(int code, ByteBuffer in) {
        int base = code >= 1000 ? code - 1000 : code;
        if (base >= 10 && base < 60
                || code >= 110 && code < 150
                || code >= 210 && code < 240
                || code >= 460 && code < 470) {
            return Double.toString(in.getDouble());
        }
        if (code == 1071 || code >= 90 && code < 100 || code >= 420 && code < 430 || code >= 440 && code < 460) {
            return Integer.toString(in.getInt());
        }
        if (code >= 160 && code < 170) {
            return Long.toString(in.getLong());
        }
        if (code >= 290 && code < 300) {
            return Byte.toString(in.get());
        }
        if (code == 1004 || code >= 310 && code < 320) {
            byte[] bytes = new byte[in.get() & 0xFF];
            in.get(bytes);
            return "chunk " + bytes.length;
        }
        boolean text = code < 10
                || code >= 100 && code < 110
                || code >= 300 && code < 370
                || code >= 390 && code < 400
                || code >= 410 && code < 420
                || code >= 430 && code < 440
                || code >= 470 && code < 490
                || code >= 999 && code < 1010;
        if (!text) {
            return Short.toString(in.getShort());
        }
        StringBuilder value = new StringBuilder();
        for (byte b = in.get(); b != 0; b = in.get()) {
            value.append((char) (b & 0xFF));
        }
        return value.toString();
    }

    /** The lines of a drawing's dump, in the order of the file. */
    public static List<String> of(byte[] file) {
        List<Item> items = items(file);
        Charset charset = charset(items);
        List<String> lines = new ArrayList<>();
        String section = "";
        StringBuilder line = new StringBuilder();
        boolean shown = false;
        boolean group = false;
        boolean common = false;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (item.code == 0) {
                if (shown) {
                    lines.add(line.toString());
                }
                String name = item.value.strip();
                section = name.equals("SECTION") ? items.get(i + 1).value.strip() : section;
                shown = shown(section, name);
                line.setLength(0);
                line.append(name);
            } else if (item.code == 100) {
                common = item.value.strip().equals("AcDbEntity");
            } else if (shown && item.code == 102) {
                group = item.value.strip().startsWith("{");
            } else if (shown && !group && item.code < 1000 && !(common && (item.code == 92 || item.code == 160))) {
                // 92 and 160: how large a picture for programs is that do not know the entity; no reader shows it.
                append(line, item, charset);
            }
        }
        return lines;
    }

    private static boolean shown(String section, String name) {
        boolean drawn = section.equals("ENTITIES")
                || section.equals("BLOCKS")
                || section.equals("TABLES") && TABLES.contains(name)
                || section.equals("OBJECTS") && OBJECTS.contains(name);
        return drawn && !name.equals("SECTION") && !name.equals("ENDSEC");
    }

    private static void append(StringBuilder line, Item item, Charset charset) {
        int code = item.code;
        boolean reference = code == 5
                || code == 105
                || code >= 310 && code < 370
                || code >= 390 && code < 400
                || code >= 480 && code < 482;
        if (reference || code == 100 || code == 999) {
            return;
        }
        boolean text = code < 10
                || code >= 100 && code < 110
                || code >= 300 && code < 310
                || code >= 410 && code < 420
                || code >= 430 && code < 440
                || code >= 470 && code < 480;
        line.append(' ').append(code).append('=');
        if (text) {
            line.append(new String(item.value.getBytes(StandardCharsets.ISO_8859_1), charset).strip());
        } else {
            try {
                line.append(Double.parseDouble(item.value.strip()));
            } catch (NumberFormatException none) {
                line.append(item.value);
            }
        }
    }

    private static Charset charset(List<Item> items) {
        String version = "AC1009";
        String page = "";
        for (int i = 0; i + 1 < Math.min(items.size(), 4000); i++) {
            if (items.get(i).code == 9 && items.get(i).value.strip().equals("$ACADVER")) {
                version = items.get(i + 1).value.strip();
            } else if (items.get(i).code == 9 && items.get(i).value.strip().equals("$DWGCODEPAGE")) {
                page = items.get(i + 1).value.strip().toUpperCase(Locale.ROOT);
            }
        }
        if (version.compareTo("AC1021") >= 0) {
            return StandardCharsets.UTF_8;
        }
        return page.equals("ANSI_932") ? Charset.forName("windows-31j") : StandardCharsets.ISO_8859_1;
    }
}
