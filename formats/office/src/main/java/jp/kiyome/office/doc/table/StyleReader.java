package jp.kiyome.office.doc.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.office.doc.raw.In;
import jp.kiyome.office.doc.sprm.Sprm;
import jp.kiyome.office.doc.sprm.SprmFilter;

/** Reads a style sheet ([MS-DOC] 2.9.271, STSH). */
final class StyleReader {

    private static final int NONE = 0xFFF;
    private static final int LARGEST = 0xFFE;
    private static final int SHOWN = 0x1B0E;
    private static final int HAS_LINK = 18;
    private static final int LONGEST_NAME = 255;
    private static final Set<Sprm.Group> TABLES = Set.of(Sprm.Group.TABLE);

    private final int count;
    private final int baseSize;
    private final SprmFilter filter;

    StyleReader(int count, int baseSize, SprmFilter filter) {
        this.count = count;
        this.baseSize = baseSize;
        this.filter = filter;
    }

    /** Empty for a place without a style, and for one of a kind that nobody knows. */
    Optional<Style> read(In in) {
        if (in.left() < baseSize || baseSize < 10) {
            return Optional.empty();
        }
        In fixed = in.part(baseSize);
        int first = fixed.u16();
        int second = fixed.u16();
        int third = fixed.u16();
        fixed.u16();
        int shown = fixed.u16() & SHOWN;
        boolean later = fixed.left() >= HAS_LINK - 10;
        int link = later ? fixed.u16() & NONE : 0;
        if (later) {
            fixed.i32();
        }
        int priority = later ? fixed.u16() >> 4 : 0;
        String name = name(in);
        Optional<Style.Kind> kind = kind(second & 0xF);
        int skipped = (2 * (name.length() + 2) + baseSize) & 1;
        in.skip(Math.min(skipped, in.left()));
        return kind.map(known -> new Style(
                first & NONE,
                known,
                style(second >> 4, NONE),
                style(third >> 4, 0),
                shown,
                style(link, 0),
                priority,
                name,
                parts(in, known, third & 0xF)));
    }

    private static Optional<Style.Kind> kind(int number) {
        for (Style.Kind kind : Style.Kind.values()) {
            if (kind.number == number) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private int style(int number, int instead) {
        return number < count && number <= LARGEST ? number : instead;
    }

    /** With an end of its own behind; names of more than one word for a style are told apart by commas. */
    private static String name(In in) {
        int units = in.u16();
        String name = in.utf16(units);
        in.skip(Math.min(2, in.left()));
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < Math.min(LONGEST_NAME, name.length()); i++) {
            kept.append(name.charAt(i) < ' ' ? '_' : name.charAt(i));
        }
        return kept.toString();
    }

    private List<Style.Part> parts(In in, Style.Kind kind, int parts) {
        List<Style.Part> read = new ArrayList<>();
        for (int i = 0; i < Math.min(parts, kind.parts.length()) && in.left() >= 2; i++) {
            In part = in.part(Math.min(in.u16(), in.left()));
            in.skip(Math.min(part.left() & 1, in.left()));
            char group = kind.parts.charAt(i);
            if (group == 'p' && part.left() >= 2) {
                part.skip(2);
            }
            read.add(new Style.Part(group, filter.keep(Sprm.read(part), groups(group))));
        }
        while (read.size() < kind.parts.length()) {
            read.add(new Style.Part(kind.parts.charAt(read.size()), List.of()));
        }
        return read;
    }

    private static Set<Sprm.Group> groups(char group) {
        return switch (group) {
            case 'c' -> SprmFilter.OF_CHARACTERS;
            case 't' -> TABLES;
            default -> SprmFilter.OF_PARAGRAPHS;
        };
    }
}
