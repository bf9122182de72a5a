package jp.kiyome.testcorpus.cad;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads a JWW file straight on, after the published description of the format and nothing else: what is drawn, a line an object. Throws
 * for what it cannot read. Not thread-safe.
 */
public final class JwwDump {

    private static final Charset CP932 = Charset.forName("windows-31j");

    private final ByteBuffer in;
    private final int version;
    private final List<String> said = new ArrayList<>();
    private final TreeMap<Integer, String> types = new TreeMap<>();
    private int numbered = 1;
    private String memo = "";

    private JwwDump(byte[] file) {
        in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        byte[] head = new byte[8];
        in.get(head);
        if (!new String(head, StandardCharsets.US_ASCII).equals("JwwData.")) {
            throw new IllegalArgumentException("no JWW");
        }
        version = in.getInt();
    }

    /** Layers, colours, line types and objects in their order, with coordinates and texts. */
    public static List<String> of(byte[] file) {
        JwwDump dump = new JwwDump(file);
        dump.header();
        dump.objects("");
        dump.objects("");
        if (dump.version >= 700 && dump.in.hasRemaining()) {
            dump.pictures();
        }
        dump.said.add("rest " + dump.in.remaining());
        return List.copyOf(dump.said);
    }

    /** Whether a file claims to be one. */
    public static boolean is(byte[] file) {
        return file.length > 12 && new String(file, 0, 8, StandardCharsets.ISO_8859_1).equals("JwwData.");
    }

    /** The memo of a file. */
    public static String memo(byte[] file) {
        JwwDump dump = new JwwDump(file);
        dump.header();
        return dump.memo;
    }

    private void header() {
        memo = string();
        say("paper " + in.getInt());
        in.getInt();
        for (int group = 0; group < 16; group++) {
            say("group " + in.getInt() + " " + in.getInt() + " " + in.getDouble() + " " + in.getInt());
            for (int layer = 0; layer < 16; layer++) {
                say(in.getInt() + " " + in.getInt());
            }
        }
        skip(14 * 4);
        for (int i = 0; i < 5; i++) {
            say("dimension " + in.getInt());
        }
        skip(8 + 3 * 8 + 8 + 5 * 8);
        for (int i = 0; i < 272; i++) {
            say("layer " + string());
        }
        skip(8 + 8 + 4 + 8 + (version >= 300 ? 16 : 0) + 4 + 48);
        skip(version >= 300 ? 8 * 28 + 3 * 8 + 4 + 3 * 8 + 4 : 4 * 24);
        skip(11 * 8);
        for (int i = 0; i < 10; i++) {
            say("pen " + in.getInt() + " " + in.getInt());
        }
        for (int i = 0; i < 10; i++) {
            say("print " + in.getInt() + " " + in.getInt() + " " + in.getDouble());
        }
        for (int i = 0; i < 8 * 4 + 5 * 5 + 4 * 4; i++) {
            say("line type " + in.getInt());
        }
        skip(11 * 4 + (version >= 223 ? 5 * 4 + 5 * 8 : 0) + (version >= 225 ? 32 : 0) + (version >= 230 ? 8 : 0));
        if (version >= 420) {
            sxf();
        }
        skip(10 * 28 + 3 * 8 + 8 + 16 + 4 + 48);
    }

    private void sxf() {
        for (int i = 0; i < 257; i++) {
            say("colour " + in.getInt() + " " + in.getInt());
        }
        for (int i = 0; i < 257; i++) {
            say("colour " + string() + " " + in.getInt() + " " + in.getInt() + " " + in.getDouble());
        }
        for (int i = 0; i < 33 * 4; i++) {
            say("line type " + in.getInt());
        }
        for (int i = 0; i < 33; i++) {
            say("line type " + string() + " " + in.getInt());
            for (int k = 0; k < 10; k++) {
                say("length " + in.getDouble());
            }
        }
    }

    private void objects(String indent) {
        int count = in.getShort() & 0xFFFF;
        count = count == 0xFFFF ? in.getInt() : count;
        say(indent + "objects " + count);
        for (int i = 0; i < count; i++) {
            String type = type();
            say(indent + type + object(type));
            if (type.equals("CDataList")) {
                objects(indent + "  ");
            }
        }
    }

    private String type() {
        int tag = in.getShort() & 0xFFFF;
        if (tag == 0) {
            return "nothing";
        }
        if (tag == 0xFFFF) {
            in.getShort();
            byte[] name = new byte[in.getShort()];
            in.get(name);
            types.put(numbered++, new String(name, StandardCharsets.US_ASCII));
            numbered++;
            return types.lastEntry().getValue();
        }
        int number = tag == 0x7FFF ? in.getInt() & 0x7FFFFFFF : tag & 0x7FFF;
        numbered++;
        String known = types.get(number);
        if (known == null) {
            throw new IllegalArgumentException("class " + number);
        }
        return known;
    }

    private String object(String type) {
        if (type.equals("nothing")) {
            return "";
        }
        in.getInt();
        int style = in.get() & 0xFF;
        int colour = in.getShort() & 0xFFFF;
        int width = version >= 351 ? in.getShort() & 0xFFFF : 0;
        String common = " style " + style + " colour " + colour + " width " + width + " layer " + in.getShort() + "-"
                + in.getShort() + " flags " + in.getShort() + " ";
        return common
                + switch (type) {
                    case "CDataSen" -> reals(4);
                    case "CDataEnko" -> reals(7) + in.getInt();
                    case "CDataTen" ->
                        reals(2) + in.getInt() + (style == 100 ? " " + in.getInt() + " " + reals(2) : "");
                    case "CDataMoji" -> reals(4) + in.getInt() + " " + reals(4) + string() + " " + string();
                    case "CDataSolid" -> reals(8) + (colour == 10 ? in.getInt() : "");
                    case "CDataBlock" -> reals(5) + in.getInt();
                    case "CDataList" -> in.getInt() + " " + in.getInt() + when() + string();
                    case "CDataSunpou" -> dimension();
                    default -> throw new IllegalArgumentException(type);
                };
    }

    private String when() {
        in.getInt();
        return " ";
    }

    private String dimension() {
        StringBuilder parts = new StringBuilder(object("CDataSen")).append(object("CDataMoji"));
        if (version >= 420) {
            parts.append(in.getShort());
            for (String part : List.of("CDataSen", "CDataSen", "CDataTen", "CDataTen", "CDataTen", "CDataTen")) {
                parts.append(object(part));
            }
        }
        return parts.toString();
    }

    private void pictures() {
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            String name = string();
            byte[] bytes = new byte[in.getInt()];
            in.get(bytes);
            say("picture " + name);
        }
    }

    private String reals(int count) {
        StringBuilder reals = new StringBuilder();
        for (int i = 0; i < count; i++) {
            reals.append(in.getDouble()).append(' ');
        }
        return reals.toString();
    }

    private String string() {
        int length = in.get() & 0xFF;
        boolean wide = false;
        if (length == 0xFF) {
            length = in.getShort() & 0xFFFF;
            if (length == 0xFFFE) {
                wide = true;
                length = in.get() & 0xFF;
                length = length == 0xFF ? in.getShort() & 0xFFFF : length;
            }
        }
        byte[] bytes = new byte[wide ? 2 * length : length];
        in.get(bytes);
        return new String(bytes, wide ? StandardCharsets.UTF_16LE : CP932);
    }

    private void skip(int bytes) {
        in.position(in.position() + bytes);
    }

    private void say(String line) {
        said.add(line);
    }
}
