package jp.kiyome.pdf.field;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.CosWriter;
import jp.kiyome.pdf.cos.Num;

/**
 * Draws the text of a field in one standard layout: Helvetica for Latin letters, a Japanese font that readers have for all others, both
 * not embedded. What {@link DrawnText} reads of it is the text. Not thread-safe.
 */
public final class FieldDrawing {

    /** The names of the two fonts in the drawing's resources. */
    public static final String LATIN = "Kl";

    public static final String JAPANESE = "Kj";

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final double MARGIN = 2;
    private static final double LEADING = 1.15;
    private static final double LARGEST_CHOSEN = 12;
    private static final int MOST_LINES = 1000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CosWriter writer = new CosWriter(out);
    private final double width;
    private final double height;
    private final FieldStyle style;

    private FieldDrawing(double width, double height, FieldStyle style) {
        this.width = width;
        this.height = height;
        this.style = style;
    }

    /**
     * The content of the drawing, in the form in which the rewriter leaves it.
     *
     * @param characteristics clean: colours of background and border (12.5.6.19)
     */
    public static byte[] of(String text, double width, double height, Cos.Dict characteristics, FieldStyle style) {
        FieldDrawing drawing = new FieldDrawing(width, height, style);
        drawing.box(characteristics);
        drawing.text(text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' '));
        drawing.writer.flush();
        return drawing.out.toByteArray();
    }

    /** One of the two fonts, which readers have. */
    public static Cos.Dict font(String name) {
        return name.equals(LATIN) ? FieldFonts.latin() : FieldFonts.japanese();
    }

    private void operator(String word, Cos... operands) {
        operator(word, List.of(operands));
    }

    private void operator(String word, List<Cos> operands) {
        operands.forEach(writer::value);
        writer.word(word);
        writer.newLine();
    }

    private void box(Cos.Dict characteristics) {
        operator("q");
        if (colour(characteristics.get("BG"), "g", "rg", "k")) {
            operator("re", Cos.num(0), Cos.num(0), Num.near(width), Num.near(height));
            operator("f");
        }
        if (colour(characteristics.get("BC"), "G", "RG", "K")) {
            operator("re", Num.near(0.5), Num.near(0.5), Num.near(width - 1), Num.near(height - 1));
            operator("S");
        }
        operator("Q");
    }

    private boolean colour(Cos value, String grey, String rgb, String cmyk) {
        if (!(value instanceof Cos.Arr parts)) {
            return false;
        }
        String word =
                switch (parts.size()) {
                    case 1 -> grey;
                    case 3 -> rgb;
                    case 4 -> cmyk;
                    default -> "";
                };
        if (!word.isEmpty()) {
            operator(word, parts.items());
        }
        return !word.isEmpty();
    }

    private void text(String text) {
        double size = style.size() > 0
                ? style.size()
                : style.lines() ? LARGEST_CHOSEN : Math.max(1, Math.min(LARGEST_CHOSEN, 0.7 * height));
        List<String> lines = lines(text, size);
        double top = style.lines() ? height - MARGIN - size : (height - size) / 2 + 0.2 * size;
        operator("BMC", Cos.name("Tx"));
        operator("q");
        operator("BT");
        operator(style.colourWord(), style.colour());
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), size, top - i * LEADING * size);
        }
        operator("ET");
        operator("Q");
        operator("EMC");
    }

    private void line(String line, double size, double y) {
        int[] letters = line.codePoints().toArray();
        if (letters.length > style.comb()) {
            double room = width - 2 * MARGIN - Letters.width(line) * size;
            place(MARGIN + Math.max(0, room) * style.quadding() / 2, y);
            runs(line, size);
            return;
        }
        double cell = width / style.comb();
        for (int i = 0; i < letters.length; i++) {
            String letter = Character.toString(letters[i]);
            place(i * cell + (cell - Letters.width(letter) * size) / 2, y);
            runs(letter, size);
        }
    }

    private void place(double x, double y) {
        operator("Tm", Cos.num(1), Cos.num(0), Cos.num(0), Cos.num(1), Num.near(x), Num.near(y));
    }

    /** Text that one font has after text that the other has. */
    private void runs(String line, double size) {
        int from = 0;
        while (from < line.length()) {
            boolean latin = Letters.latin(line.codePointAt(from));
            int to = from;
            while (to < line.length() && Letters.latin(line.codePointAt(to)) == latin) {
                to += Character.charCount(line.codePointAt(to));
            }
            byte[] codes = line.substring(from, to).getBytes(latin ? WINDOWS : StandardCharsets.UTF_16BE);
            operator("Tf", Cos.name(latin ? LATIN : JAPANESE), Num.near(size));
            operator("Tj", Cos.Str.of(codes));
            from = to;
        }
    }

    /** As the text has them, and broken where there is no more room. */
    private List<String> lines(String text, double size) {
        if (!style.lines()) {
            return List.of(text.replace('\n', ' '));
        }
        List<String> lines = new ArrayList<>();
        int start = 0;
        double used = 0;
        for (int i = 0; i < text.length() && lines.size() < MOST_LINES; ) {
            int letter = text.codePointAt(i);
            int next = i + Character.charCount(letter);
            used += Letters.width(Character.toString(letter)) * size;
            if (letter == '\n') {
                lines.add(text.substring(start, i));
                start = next;
                used = 0;
            } else if (used > width - 2 * MARGIN && i > start) {
                int space = text.lastIndexOf(' ', i);
                int end = space > start ? space + 1 : i;
                lines.add(text.substring(start, end));
                start = end;
                next = end;
                used = 0;
            }
            i = next;
        }
        lines.add(text.substring(start).replace('\n', ' '));
        return lines;
    }
}
