package jp.kiyome.testcorpus.scan.cad;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import jp.kiyome.testcorpus.scan.cad.DxfDump.Item;

/** What no rebuilt drawing holds: programs, objects of others, paths, fields, hyperlinks, references to nothing. */
public final class DxfScan {

    private static final Set<String> NEVER = Set.of(
            "OLEFRAME",
            "OLE2FRAME",
            "ACAD_PROXY_ENTITY",
            "ACAD_PROXY_OBJECT",
            "VBA_PROJECT",
            "DATALINK",
            "XRECORD",
            "DATATABLE",
            "RTEXT",
            "FIELD",
            "3DSOLID",
            "REGION",
            "BODY",
            "SURFACE",
            "POINTCLOUD",
            "ACDSRECORD",
            "GEODATA");
    private static final Set<String> SECTIONS = Set.of("HEADER", "CLASSES", "TABLES", "BLOCKS", "ENTITIES", "OBJECTS");
    private static final Set<String> LEAKS = Set.of(
            "$LASTSAVEDBY",
            "$PROJECTNAME",
            "$FINGERPRINTGUID",
            "$VERSIONGUID",
            "$HYPERLINKBASE",
            "$STYLESHEET",
            "$MENU",
            "$TDCREATE");

    private DxfScan() {}

    /** Tells of each thing: whether it is one that acts, and what it is. */
    public static void look(byte[] file, BiConsumer<Boolean, String> found) {
        List<Item> items = DxfDump.items(file);
        String record = "";
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            String value = item.value().strip();
            if (item.code() == 0) {
                record = value;
                if (NEVER.contains(value)) {
                    found.accept(true, value);
                }
                if (value.equals("SECTION")
                        && !SECTIONS.contains(items.get(i + 1).value().strip())) {
                    found.accept(false, "section " + items.get(i + 1).value());
                }
            } else if (item.code() == 9 && LEAKS.contains(value)) {
                found.accept(false, value);
            } else {
                value(record, item.code(), value, found);
            }
        }
        if (items.isEmpty() || !items.getLast().value().strip().equals("EOF")) {
            found.accept(false, "no end");
        }
        references(items, found);
    }

    private static void value(String record, int code, String value, BiConsumer<Boolean, String> found) {
        boolean file = record.endsWith("DEFINITION")
                || record.equals("IMAGEDEF")
                || record.equals("BLOCK") && code == 1
                || record.equals("STYLE") && (code == 3 || code == 4);
        if (file && (code == 1 || code == 3 || code == 4) && value.matches(".*[\\\\/:].*") && !value.contains("\\U+")) {
            found.accept(true, record + " " + value);
        }
        if (code == 999 || code == 1004 || code >= 310 && code < 320) {
            found.accept(false, record + " " + code);
        }
        if (code == 1001 && value.startsWith("PE_URL")) {
            found.accept(true, record + " " + value);
        }
        boolean text = code == 1 || code == 3 || code >= 300 && code < 310;
        if (text && value.contains("%<\\")) {
            found.accept(true, record + " " + value);
        }
        if (text && value.matches("(?s).*\\\\[fF][^;|]*[/:\\\\][^;|]*[;|].*") && record.equals("MTEXT")) {
            found.accept(true, record + " " + value);
        }
    }

    /** Every handle once, below the seed; every reference to one of them or to nothing. */
    private static void references(List<Item> items, BiConsumer<Boolean, String> found) {
        Map<Long, String> handles = new HashMap<>();
        Set<Long> targets = new HashSet<>();
        String record = "";
        boolean own = false;
        boolean header = false;
        long seed = Long.MAX_VALUE;
        for (Item item : items) {
            if (item.code() == 0) {
                record = item.value().strip();
                own = true;
                header = record.equals("SECTION");
            } else if (item.code() == 5 && header) {
                seed = Long.parseLong(item.value().strip(), 16);
            } else if (own && item.code() == (record.equals("DIMSTYLE") ? 105 : 5)) {
                own = false;
                if (handles.put(Long.parseLong(item.value().strip(), 16), record) != null) {
                    found.accept(false, "a handle twice: " + item.value());
                }
            } else if (item.code() >= 320 && item.code() < 370
                    || item.code() >= 390 && item.code() < 400
                    || item.code() == 1005) {
                targets.add(Long.parseLong(item.value().strip(), 16));
            }
        }
        targets.remove(0L);
        targets.removeAll(handles.keySet());
        targets.forEach(target -> found.accept(false, "a reference to nothing: " + Long.toHexString(target)));
        long last = seed;
        handles.keySet().stream().filter(h -> h >= last).forEach(h -> found.accept(false, "a handle behind the seed"));
    }
}
