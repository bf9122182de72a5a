package jp.kiyome.office.doc.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.office.doc.raw.In;
import jp.kiyome.office.doc.raw.Out;
import jp.kiyome.office.doc.sprm.SprmFilter;

/**
 * All styles of a document, and the fonts of text that has none ([MS-DOC] 2.9.271).
 *
 * @param fonts of ASCII, East Asian, other and complex text, as numbers of fonts
 * @param styles by number; empty where a number has none
 */
public record StyleSheet(List<Integer> fonts, List<Optional<Style>> styles) {

    /** Numbers below are of the styles that every document has (2.9.272, istdMaxFixedWhenSaved). */
    private static final int FIXED = 15;

    private static final int MOST = 0xFFE;

    /** How many styles there are, for the bounds of properties. */
    public static int count(In in) {
        In header = in.look();
        if (header.left() < 4) {
            return 0;
        }
        header.u16();
        return Math.min(MOST, header.u16());
    }

    public static StyleSheet read(In in, SprmFilter filter) {
        In header = in.part(in.u16());
        int count = Math.min(MOST, header.u16());
        int baseSize = header.u16();
        header.skip(8);
        List<Integer> fonts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int font = header.left() >= 2 ? header.u16() : 0;
            fonts.add(font < filter.bounds().fonts() ? font : 0);
            if (i == 0 && header.left() < 2) {
                throw header.broken("no fonts");
            }
        }
        StyleReader reader = new StyleReader(count, baseSize, filter);
        List<Optional<Style>> styles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int size = in.left() < 2 ? 0 : in.u16();
            In style = in.part(size);
            styles.add(reader.read(style));
            // Each begins at an even place.
            in.skip(Math.min(size & 1, in.left()));
        }
        return new StyleSheet(fonts, withBases(styles));
    }

    /** A style without the one it builds on builds on none; nor does one that would build on itself. */
    private static List<Optional<Style>> withBases(List<Optional<Style>> styles) {
        List<Optional<Style>> sound = new ArrayList<>();
        for (int i = 0; i < styles.size(); i++) {
            int number = i;
            sound.add(styles.get(i)
                    .map(style -> leads(styles, number)
                            ? style
                            : new Style(
                                    style.builtIn(),
                                    style.kind(),
                                    0xFFF,
                                    style.next(),
                                    style.shown(),
                                    style.link(),
                                    style.priority(),
                                    style.name(),
                                    style.parts())));
        }
        return sound;
    }

    private static boolean leads(List<Optional<Style>> styles, int from) {
        int at = from;
        for (int steps = 0; steps <= styles.size(); steps++) {
            Optional<Style> style = at < styles.size() ? styles.get(at) : Optional.empty();
            if (style.isEmpty()) {
                return false;
            }
            at = style.get().base();
            if (at == 0xFFF) {
                return true;
            }
        }
        return false;
    }

    /**
     * Writes the styles.
     *
     * @param later whether styles have the numbers that Word 2000 brought
     */
    public void write(Out out, boolean later) {
        out.u16(20)
                .u16(styles.size())
                .u16(later ? 18 : 10)
                .u16(1)
                .u16(91)
                .u16(FIXED)
                .u16(0);
        fonts.forEach(out::u16);
        for (int i = 0; i < styles.size(); i++) {
            byte[] style = styles.get(i).isEmpty()
                    ? new byte[0]
                    : written(styles.get(i).get(), i, later);
            out.u16(style.length).bytes(style);
        }
    }

    private static byte[] written(Style style, int number, boolean later) {
        Out out = new Out();
        out.u16(style.builtIn()).u16(style.kind().number | style.base() << 4);
        out.u16(style.kind().parts.length() | style.next() << 4).u16(0).u16(style.shown());
        if (later) {
            out.u16(style.link()).i32(0).u16(style.priority() << 4);
        }
        out.u16(style.name().length()).utf16(style.name()).u16(0);
        for (Style.Part part : style.parts()) {
            Out formats = new Out();
            if (part.group() == 'p') {
                formats.u16(number);
            }
            part.sprms().forEach(sprm -> sprm.write(formats));
            out.u16(formats.size()).bytes(formats.bytes()).align(2);
        }
        out.setU16(6, out.size());
        return out.bytes();
    }
}
