package jp.kiyome.testcorpus.cad;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Puts drawings together from pairs in one string: a code, a blank, a value, a line end each. Checks nothing, so that they can be as
 * wrong as a sample needs.
 */
@SuppressWarnings("StringConcatToTextBlock")
final class Dxf {

    private Dxf() {}

    /** What a drawing is made of; each may be empty. */
    record Parts(
            String header, String classes, String tables, String blocks, String entities, String objects, String more) {

        static Parts plain() {
            return new Parts("", "", "", "", "", "", "");
        }

        Parts header(String pairs) {
            return new Parts(header + pairs, classes, tables, blocks, entities, objects, more);
        }

        Parts classes(String pairs) {
            return new Parts(header, classes + pairs, tables, blocks, entities, objects, more);
        }

        Parts tables(String pairs) {
            return new Parts(header, classes, tables + pairs, blocks, entities, objects, more);
        }

        Parts blocks(String pairs) {
            return new Parts(header, classes, tables, blocks + pairs, entities, objects, more);
        }

        Parts entities(String pairs) {
            return new Parts(header, classes, tables, blocks, entities + pairs, objects, more);
        }

        Parts objects(String pairs) {
            return new Parts(header, classes, tables, blocks, entities, objects + pairs, more);
        }

        /** Whole sections behind the others. */
        Parts more(String pairs) {
            return new Parts(header, classes, tables, blocks, entities, objects, more + pairs);
        }

        /** Of AutoCAD 2000 with handles, a layer table, a model space and a root dictionary. */
        String drawing(String version) {
            String page = version.compareTo("AC1021") < 0 ? "9 $DWGCODEPAGE\n3 ANSI_932\n" : "";
            return section("HEADER", "9 $ACADVER\n1 " + version + "\n" + page + header + "9 $HANDSEED\n5 1000\n")
                    + section("CLASSES", classes)
                    + section("TABLES", layers() + tables + blockRecords())
                    + section("BLOCKS", modelSpace() + blocks)
                    + section("ENTITIES", shown() + entities)
                    + section(
                            "OBJECTS",
                            "0 DICTIONARY\n5 C\n330 0\n100 AcDbDictionary\n281 1\n3 ACAD_GROUP\n350 D\n" + rootKeys()
                                    + "0 DICTIONARY\n5 D\n330 C\n100 AcDbDictionary\n281 1\n" + withoutRootKeys())
                    + more
                    + "0 EOF\n";
        }

        /** Keys for the root dictionary are given as lines that begin with a mark of our own. */
        private String rootKeys() {
            return objects.lines()
                    .filter(l -> l.startsWith("root "))
                    .map(l -> rootEntry(l.substring(5)))
                    .reduce("", String::concat);
        }

        private static String rootEntry(String keyAndHandle) {
            int blank = keyAndHandle.lastIndexOf(' ');
            return "3 " + keyAndHandle.substring(0, blank) + "\n350 " + keyAndHandle.substring(blank + 1) + "\n";
        }

        private String withoutRootKeys() {
            return objects.lines()
                    .filter(l -> !l.startsWith("root "))
                    .map(l -> l + "\n")
                    .reduce("", String::concat);
        }
    }

    static final String SHOWN = "令和8年度 配置図";

    static String section(String name, String pairs) {
        return pairs.isEmpty() ? "" : "0 SECTION\n2 " + name + "\n" + pairs + "0 ENDSEC\n";
    }

    private static String layers() {
        return "0 TABLE\n2 LAYER\n5 2\n330 0\n100 AcDbSymbolTable\n70 1\n"
                + "0 LAYER\n5 10\n330 2\n100 AcDbSymbolTableRecord\n100 AcDbLayerTableRecord\n2 0\n70 0\n62 7\n6 CONTINUOUS\n0 ENDTAB\n";
    }

    private static String blockRecords() {
        return "0 TABLE\n2 BLOCK_RECORD\n5 1\n330 0\n100 AcDbSymbolTable\n70 1\n"
                + "0 BLOCK_RECORD\n5 1F\n330 1\n100 AcDbSymbolTableRecord\n100 AcDbBlockTableRecord\n2 *Model_Space\n0 ENDTAB\n";
    }

    private static String modelSpace() {
        return block("*Model_Space", "20", "");
    }

    /** A block and its end, whose handles begin as given. */
    static String block(String name, String handle, String inside) {
        return "0 BLOCK\n5 " + handle + "0\n330 1F\n100 AcDbEntity\n8 0\n100 AcDbBlockBegin\n2 " + name
                + "\n70 0\n10 0.0\n20 0.0\n30 0.0\n3 " + name + "\n1 \n" + inside
                + "0 ENDBLK\n5 " + handle + "1\n330 1F\n100 AcDbEntity\n8 0\n100 AcDbBlockEnd\n";
    }

    private static String shown() {
        return entity("LINE", "30", "AcDbLine", "10 0.0\n20 0.0\n30 0.0\n11 100.5\n21 50.25\n31 0.0\n")
                + entity("TEXT", "31", "AcDbText", "10 1.0\n20 2.0\n30 0.0\n40 2.5\n1 " + SHOWN + "\n100 AcDbText\n");
    }

    static String entity(String name, String handle, String marker, String pairs) {
        return "0 " + name + "\n5 " + handle + "\n330 1F\n100 AcDbEntity\n8 0\n100 " + marker + "\n" + pairs;
    }

    /** The text form of pairs. */
    static byte[] text(String pairs, String charset, String lineEnd) {
        StringBuilder lines = new StringBuilder();
        pairs.lines().forEach(line -> {
            int blank = line.indexOf(' ');
            String code = line.substring(0, blank);
            lines.append(" ".repeat(Math.max(0, 3 - code.length())))
                    .append(code)
                    .append(lineEnd)
                    .append(line.substring(blank + 1))
                    .append(lineEnd);
        });
        return lines.toString().getBytes(Charset.forName(charset));
    }

    static byte[] text(String version, Parts parts) {
        return text(parts.drawing(version), version.compareTo("AC1021") < 0 ? "windows-31j" : "UTF-8", "\r\n");
    }

    /** Of AutoCAD 2000, in Japanese Windows' code page. */
    static byte[] of(Parts parts) {
        return text("AC1015", parts);
    }

    /** The binary form of pairs. */
    static byte[] binary(String pairs, String charset, boolean wide) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("AutoCAD Binary DXF\r\n\u001A\0".getBytes(StandardCharsets.US_ASCII));
        pairs.lines().forEach(line -> {
            int blank = line.indexOf(' ');
            int code = Integer.parseInt(line.substring(0, blank));
            if (wide || code >= 255) {
                out.writeBytes(wide ? little(code, 2) : new byte[] {(byte) 255, (byte) code, (byte) (code >> 8)});
            } else {
                out.write(code);
            }
            out.writeBytes(value(code, line.substring(blank + 1), charset));
        });
        return out.toByteArray();
    }

    private static byte[] value(int code, String value, String charset) {
        if (code >= 10 && code < 60
                || code >= 110 && code < 150
                || code >= 210 && code < 240
                || code >= 1010 && code < 1060) {
            return little(Double.doubleToLongBits(Double.parseDouble(value)), 8);
        }
        if (code >= 60 && code < 80
                || code >= 170 && code < 180
                || code >= 270 && code < 290
                || code == 370
                || code == 1070) {
            return little(Long.parseLong(value), 2);
        }
        if (code >= 90 && code < 100 || code == 1071) {
            return little(Long.parseLong(value), 4);
        }
        if (code >= 290 && code < 300) {
            return little(Long.parseLong(value), 1);
        }
        byte[] text = value.getBytes(Charset.forName(charset));
        return ByteBuffer.allocate(text.length + 1).put(text).array();
    }

    private static byte[] little(long value, int bytes) {
        return java.util.Arrays.copyOf(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .array(),
                bytes);
    }
}
