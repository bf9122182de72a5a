package jp.kiyome.testcorpus.cad;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;

/** What attacks from an IGES file, and what hides in one. */
public final class IgesVectors {

    private static final String MARK = "vector-marker";
    private static final String SHOWN = "SHOWN TEXT";

    private IgesVectors() {}

    /** Makes files line by line. */
    private static final class Made {

        private String start = "";
        private String product = "";
        private String author = "";
        private String behind = "";
        private String comment = "";
        private int colour = 1;
        private final List<String> parameters = new ArrayList<>(
                List.of("110,0.,0.,0.,10.,5.,0.;", "212,1,10,8.,2.,1,,0.,0,0,1.,2.,0.," + text(SHOWN) + ";"));

        Made entity(String values) {
            parameters.add(values);
            return this;
        }

        byte[] bytes() {
            StringBuilder file = new StringBuilder(line(start, 'S', 1));
            String global = ",," + text(product) + "," + text("a.igs") + ",,,32,38,6,308,15,,1.,2," + text("MM")
                    + ",1,0.1," + text("20260401.090000") + ",0.001,100.," + text(author) + ",,11,0;";
            int globals = 0;
            for (int at = 0; at < global.length(); at += 72) {
                file.append(line(global.substring(at, Math.min(at + 72, global.length())), 'G', ++globals));
            }
            StringBuilder values = new StringBuilder();
            int at = 1;
            for (int i = 0; i < parameters.size(); i++) {
                String type = parameters.get(i).substring(0, parameters.get(i).indexOf(','));
                int number = 2 * i + 1;
                int count = 0;
                String all = parameters.get(i) + (i == 0 ? comment : "");
                for (int from = 0; from < all.length(); from += 64) {
                    String part = all.substring(from, Math.min(from + 64, all.length()));
                    values.append(line(String.format(Locale.ROOT, "%-64s%8d", part, number), 'P', at + count++));
                }
                file.append(line(numbers(type, at, 0, 0, 0, 0, 0, 0) + "00000000", 'D', number));
                file.append(line(numbers(type, 0, colour, count, 0) + " ".repeat(24) + "       0", 'D', number + 1));
                at += count;
            }
            file.append(values);
            String counts = String.format(Locale.ROOT, "S%7dG%7dD%7dP%7d", 1, globals, 2 * parameters.size(), at - 1);
            return (file + line(counts, 'T', 1) + behind).getBytes(StandardCharsets.ISO_8859_1);
        }

        private static String numbers(String type, long... values) {
            StringBuilder numbers = new StringBuilder(String.format(Locale.ROOT, "%8s", type));
            for (long value : values) {
                numbers.append(String.format(Locale.ROOT, "%8d", value));
            }
            return numbers.toString();
        }

        private static String text(String text) {
            return text.isEmpty() ? "" : text.length() + "H" + text;
        }

        private static String line(String data, char section, int number) {
            return String.format(Locale.ROOT, "%-72s%c%7d\n", data, section, number);
        }
    }

    public static List<Vector> all() {
        return List.of(
                mended("start", m -> with(m, () -> m.start = MARK), "iges.start"),
                mended("product", m -> with(m, () -> m.product = MARK), "iges.author"),
                mended("author", m -> with(m, () -> m.author = MARK), "iges.author"),
                mended("comment", m -> with(m, () -> m.comment = " " + MARK), "iges.comment"),
                mended("behind", m -> with(m, () -> m.behind = MARK), "iges.trailing-data"),
                nulled("external-reference", m -> m.entity("416,13H" + MARK + ",1HX;"), "iges.external"),
                nulled("macro", m -> m.entity("306,13H" + MARK + ";"), "iges.external"),
                nulled("unknown", m -> m.entity("599,13H" + MARK + ";"), "iges.entity"),
                changed("path", m -> m.entity("406,1,20HC:\\" + MARK + "\\a.x;"), m -> m.entity("406,1,3Ha.x;"))
                        .finds("iges.path"),
                refused("pointer", m -> with(m, () -> m.colour = -99)),
                refused("string", m -> m.entity("406,1,999Hx;")),
                refused("value", m -> m.entity("110,1.2.3;")));
    }

    public static List<Sample> benign() {
        return List.of(
                Sample.of("benign-iges", "igs", () -> new Made().bytes()).keeps(SHOWN),
                Sample.of("benign-iges-long", "igs", () -> new Made()
                        .entity(
                                "126,3,1,0,0,1,0,0.,0.,1.,1.,1.,1.,1.,0.,0.,0.,1.25,-3.5E+01,0.,2.,2.,0.,0.,1.,0.,0.,1.;")
                        .entity("212,1,90,8.,2.,1,,0.,0,0,1.,2.,0.,90H" + "0123456789".repeat(9) + ";")
                        .bytes()));
    }

    /** Places that no reader shows. */
    public static List<Placement> places() {
        return List.of(
                place("start", (m, t) -> with(m, () -> m.start = t)),
                place("product", (m, t) -> with(m, () -> m.product = t)),
                place("author", (m, t) -> with(m, () -> m.author = t)),
                place("comment", (m, t) -> with(m, () -> m.comment = t)),
                place("behind", (m, t) -> with(m, () -> m.behind = t)),
                place("unknown", (m, t) -> m.entity("599,16H" + t + ";")));
    }

    private static Made with(Made made, Runnable change) {
        change.run();
        return made;
    }

    private static Placement place(String name, java.util.function.BiFunction<Made, String, Made> hide) {
        return Placement.of("iges-" + name, "igs", token -> hide.apply(new Made(), token.text())
                .bytes());
    }

    private static Vector mended(String name, UnaryOperator<Made> hostile, String code) {
        return changed(name, hostile, m -> m).finds(code);
    }

    private static Vector nulled(String name, UnaryOperator<Made> hostile, String code) {
        return mended(name, hostile, code);
    }

    private static Vector changed(String name, UnaryOperator<Made> hostile, UnaryOperator<Made> twin) {
        return Vector.of("iges-" + name, "igs", () -> hostile.apply(new Made()).bytes(), () -> twin.apply(new Made())
                        .bytes())
                .loses(MARK)
                .keeps(SHOWN);
    }

    private static Vector refused(String name, UnaryOperator<Made> hostile) {
        return Vector.of("iges-" + name, "igs", () -> hostile.apply(new Made()).bytes(), () -> new Made().bytes())
                .ends(Ending.REFUSED);
    }
}
