package jp.kiyome.testcorpus.cad;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.zip.Bytes;

/** Makes JWW files as the published data format has them, and as it does not. */
final class JwwDrawing {

    private static final Charset CP932 = Charset.forName("windows-31j");

    // Nobody compares two.
    @SuppressWarnings("ArrayRecordComponent")
    private record Made(String type, byte[] fields) {}

    // Nobody compares two.
    @SuppressWarnings("ArrayRecordComponent")
    private record Definition(byte[] fields, List<Made> inside) {}

    // Nobody compares two.
    @SuppressWarnings("ArrayRecordComponent")
    private record Picture(byte[] name, byte[] bytes) {}

    private final int version;
    private final boolean wide;
    private final List<Made> objects = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();
    private byte[] states = new Bytes().u32(3).u32(0).toArray();
    private byte[] dummy = new byte[52];
    private byte[] behind = {};
    private String memo = "";
    private double grid = 5;
    private long time;
    private int more;

    JwwDrawing(int version, boolean wide) {
        this.version = version;
        this.wide = wide;
    }

    /** What stands in the state and protection of the first layers. */
    JwwDrawing states(byte[] bytes) {
        states = bytes;
        return this;
    }

    JwwDrawing dummy(byte[] bytes) {
        dummy = java.util.Arrays.copyOf(bytes, 52);
        return this;
    }

    JwwDrawing memo(String text) {
        memo = text;
        return this;
    }

    JwwDrawing drawingTime(long minutes) {
        time = minutes;
        return this;
    }

    JwwDrawing grid(double distance) {
        grid = distance;
        return this;
    }

    JwwDrawing behind(byte[] bytes) {
        behind = bytes;
        return this;
    }

    /** So many more objects are promised than there are. */
    JwwDrawing promise(int count) {
        more = count;
        return this;
    }

    JwwDrawing line(double x, double y, double toX, double toY) {
        return object("CDataSen", reals(base(1, 2), x, y, toX, toY));
    }

    JwwDrawing arc(double x, double y, double radius) {
        return object(
                "CDataEnko",
                reals(base(2, 3), x, y, radius, 0.5, 1.5, 0.25, 0.75).u32(0));
    }

    JwwDrawing point(double x, double y) {
        return object("CDataTen", reals(base(1, 4), x, y).u32(0));
    }

    JwwDrawing marker(double x, double y) {
        return object("CDataTen", reals(reals(base(100, 4), x, y).u32(0).u32(3), 0.5, 2));
    }

    JwwDrawing text(String text) {
        return text(text, 10, 20, "ＭＳ ゴシック");
    }

    JwwDrawing text(String text, double x, double y, String font) {
        return object("CDataMoji", moji(text, x, y, font));
    }

    JwwDrawing solid() {
        return object("CDataSolid", reals(base(0, 5), 0, 0, 4, 4, 0, 4, 4, 0));
    }

    JwwDrawing coloured(int rgb) {
        return object(
                "CDataSolid", reals(base(101, 10), 1, 1, 4, 1, 0, 0, 3, 100).u32(rgb));
    }

    JwwDrawing dimension(String text) {
        Bytes made = base(0, 0).raw(reals(base(1, 1), 0, 0, 30, 0).toArray());
        made.raw(moji(text, 14, 1, "ＭＳ ゴシック").toArray());
        if (version >= 420) {
            made.u16(0);
            for (int i = 0; i < 2; i++) {
                made.raw(reals(base(1, 1), i, 0, i, 5).toArray());
            }
            for (int i = 0; i < 4; i++) {
                made.raw(reals(base(1, 1), i, i).u32(0).toArray());
            }
        }
        return object("CDataSunpou", made);
    }

    JwwDrawing block(int number) {
        return object("CDataBlock", reals(base(0, 0), 5, 5, 1, 1, 0).u32(number));
    }

    JwwDrawing stranger(String type) {
        return object(type, reals(base(1, 2), 1, 2, 3, 4));
    }

    /** A place of the list without an object. */
    JwwDrawing nothing() {
        return object("", new Bytes());
    }

    /** A text whose length goes beyond the end. */
    JwwDrawing endless() {
        Bytes made = reals(base(0, 1), 0, 0, 5, 0).u32(1);
        return object(
                "CDataMoji", reals(made, 2, 2, 0, 0).octets(0xFF).u16(0xFFFF).u32(0x7FFFFFFF));
    }

    /** A definition of what is drawn. */
    JwwDrawing definition(int number, String name, long made, UnaryOperator<JwwDrawing> inside) {
        JwwDrawing drawn = inside.apply(new JwwDrawing(version, wide));
        byte[] fields =
                base(0, 0).u32(number).u32(1).u32(made).raw(string(name)).toArray();
        definitions.add(new Definition(fields, drawn.objects));
        return this;
    }

    JwwDrawing picture(String name, byte[] bytes) {
        pictures.add(new Picture(string(name), bytes));
        return this;
    }

    private JwwDrawing object(String type, Bytes fields) {
        objects.add(new Made(type, fields.toArray()));
        return this;
    }

    private Bytes base(int style, int colour) {
        Bytes base = new Bytes().u32(0).octets(style).u16(colour);
        if (version >= 351) {
            base.u16(0);
        }
        return base.u16(1).u16(2).u16(0);
    }

    private Bytes moji(String text, double x, double y, String font) {
        Bytes made = reals(base(0, 1), x, y, x + 5, y).u32(1);
        return reals(made, 2, 2, 0, 0).raw(string(font)).raw(string(text));
    }

    private static Bytes reals(Bytes bytes, double... values) {
        for (double value : values) {
            long bits = Double.doubleToRawLongBits(value);
            bytes.u32(bits).u32(bits >>> 32);
        }
        return bytes;
    }

    private byte[] string(String text) {
        byte[] bytes = text.getBytes(wide ? StandardCharsets.UTF_16LE : CP932);
        int length = wide ? bytes.length / 2 : bytes.length;
        Bytes made = new Bytes();
        if (wide) {
            made.octets(0xFF, 0xFE, 0xFF);
        }
        if (length < 0xFF) {
            made.octets(length);
        } else {
            made.octets(0xFF).u16(length);
        }
        return made.raw(bytes).toArray();
    }

    byte[] bytes() {
        Bytes file = new Bytes().ascii("JwwData.").u32(version).raw(header());
        Map<String, Integer> classes = new HashMap<>();
        int[] next = {1};
        list(file, objects, more, classes, next);
        file.u16(definitions.size());
        for (Definition definition : definitions) {
            tag(file, "CDataList", classes, next);
            file.raw(definition.fields);
            list(file, definition.inside, 0, classes, next);
        }
        if (version >= 700) {
            file.u32(pictures.size());
            pictures.forEach(
                    picture -> file.raw(picture.name).u32(picture.bytes.length).raw(picture.bytes));
        }
        return file.raw(behind).toArray();
    }

    private void list(Bytes file, List<Made> made, int promised, Map<String, Integer> classes, int[] next) {
        file.u16(made.size() + promised);
        for (Made object : made) {
            if (object.type.isEmpty()) {
                file.u16(0);
            } else {
                tag(file, object.type, classes, next);
                file.raw(object.fields);
            }
        }
    }

    /** MFC numbers classes and objects in one row. */
    private void tag(Bytes file, String type, Map<String, Integer> classes, int[] next) {
        if (classes.containsKey(type)) {
            file.u16(0x8000 | classes.get(type));
        } else {
            file.u16(0xFFFF).u16(version).u16(type.length()).ascii(type);
            classes.put(type, next[0]++);
        }
        next[0]++;
    }

    private byte[] header() {
        Bytes head = new Bytes().raw(string(memo)).u32(3).u32(0);
        layers(head);
        head.u32(0).raw(dummy);
        words(head, 0, 7);
        reals(head, 0, 0, 1).u32(0).u32(0);
        reals(head, 15, grid, 5, 0, 0);
        for (int i = 0; i < 272; i++) {
            head.raw(string(i == 1 ? "壁芯" : i == 256 ? "平面図" : ""));
        }
        reals(head, 0, 36).u32(0);
        reals(head, 0);
        if (version >= 300) {
            reals(head, 1.5, 10);
        }
        reals(head.u32(0), 1, 0, 0, 1, 0, 0);
        jumps(head);
        pens(head);
        later(head);
        for (int i = 0; i < 10; i++) {
            reals(head, 2, 2, 0).u32(1);
        }
        reals(reals(head, 3, 3, 0).u32(1).u32(2), 0, 0).u32(0);
        return reals(head, -1, 0, 1, -1, 0, 1).toArray();
    }

    private void layers(Bytes head) {
        byte[] all = java.util.Arrays.copyOf(states, 16 * 8);
        for (int group = 0; group < 16; group++) {
            reals(head.u32(2).u32(0), 100).u32(0);
            head.raw(group == 0 ? all : new byte[16 * 8]);
        }
    }

    private void jumps(Bytes head) {
        for (int i = 0; i < (version >= 300 ? 8 : 4); i++) {
            reals(head, 1, 0, 0);
            if (version >= 300) {
                head.u32(0);
            }
        }
        if (version >= 300) {
            reals(reals(head, 0, 0, 0).u32(0), 0, 0, 0).u32(1);
        }
    }

    private static void pens(Bytes head) {
        reals(head, new double[11]);
        for (int i = 0; i < 10; i++) {
            head.u32(0x00FF00).u32(1);
        }
        for (int i = 0; i < 10; i++) {
            reals(head.u32(0).u32(1), 0.5);
        }
        for (int i = 0; i < 8 * 4 + 5 * 5 + 4 * 4; i++) {
            head.u32(1);
        }
        words(head, 0, 11);
    }

    private void later(Bytes head) {
        if (version >= 223) {
            reals(head.u32(time).u32(0).u32(-1).u32(-1).u32(-1), 2000, 1000000, 1000000, 1000000, 35.25);
        }
        if (version >= 225) {
            reals(head, 0, 0, 0, 0);
        }
        if (version >= 230) {
            head.u32(0).u32(0x808080);
        }
        if (version >= 420) {
            words(head, 1, 257 * 2);
            for (int i = 0; i < 257; i++) {
                reals(head.raw(string(i == 1 ? "black" : "")).u32(0).u32(18), 0.18);
            }
            words(head, 1, 33 * 4);
            for (int i = 0; i < 33; i++) {
                reals(head.raw(string(i == 1 ? "continuous" : "")).u32(0), new double[10]);
            }
        }
    }

    private static void words(Bytes bytes, int value, int count) {
        for (int i = 0; i < count; i++) {
            bytes.u32(value);
        }
    }
}
