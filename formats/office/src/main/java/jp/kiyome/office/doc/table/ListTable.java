package jp.kiyome.office.doc.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.office.doc.raw.In;
import jp.kiyome.office.doc.raw.Out;
import jp.kiyome.office.doc.sprm.SprmFilter;

/**
 * The lists of a document, and how paragraphs use them ([MS-DOC] 2.9.189 PlfLst, 2.9.188 PlfLfo).
 *
 * @param uses numbered from 1 on by paragraphs
 */
public record ListTable(List<Definition> definitions, List<Use> uses) {

    /**
     * A list.
     *
     * @param styles of its levels; 0xFFF for none
     * @param simple whether it has one level instead of nine
     */
    // Nobody compares two of them.
    @SuppressWarnings("ArrayRecordComponent")
    public record Definition(int id, int[] styles, boolean simple, int flags, List<ListLevel> levels) {}

    /** A use of a list, with levels of its own where it differs. */
    public record Use(int id, int auto, List<Difference> differences) {}

    /** How a use differs at one level. */
    public record Difference(int start, int flags, Optional<ListLevel> level) {}

    private static final int LEVELS = 9;
    private static final int NO_STYLE = 0xFFF;

    /** Numbering of a field, hybrid (2.9.148). */
    private static final int FLAGS = 0x14;

    /** Level, other start, other format (2.9.134). */
    private static final int OVERRIDE = 0x3F;

    private static final int FORMATTED = 0x20;

    /** How many uses there are, for the bounds of properties. */
    public static int uses(In in) {
        In header = in.look();
        return header.left() < 4 ? 0 : Math.clamp(header.i32(), 0, 0x7FE);
    }

    /**
     * Reads definitions and uses.
     *
     * @param lists to the end of the stream: the levels stand behind what the FIB counts
     */
    public static ListTable read(In lists, In uses, SprmFilter filter) {
        List<Definition> definitions = lists.left() == 0 ? List.of() : definitions(lists, filter);
        return new ListTable(definitions, uses.left() == 0 ? List.of() : readUses(uses, filter));
    }

    private static List<Definition> definitions(In in, SprmFilter filter) {
        int count = in.u16();
        In heads = in.part(Math.multiplyExact(count, 28));
        List<Definition> definitions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = heads.i32();
            heads.i32();
            int[] styles = new int[LEVELS];
            for (int level = 0; level < LEVELS; level++) {
                int style = heads.u16() & 0xFFFF;
                styles[level] = style < filter.bounds().styles() ? style : NO_STYLE;
            }
            int flags = heads.u8();
            heads.u8();
            boolean simple = (flags & 1) != 0;
            List<ListLevel> levels = new ArrayList<>();
            for (int level = 0; level < (simple ? 1 : LEVELS); level++) {
                levels.add(ListLevel.read(in, filter));
            }
            definitions.add(new Definition(id, styles, simple, flags & FLAGS, levels));
        }
        return definitions;
    }

    private static List<Use> readUses(In in, SprmFilter filter) {
        int count = uses(in);
        in.i32();
        In heads = in.part(Math.multiplyExact(count, 16));
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = heads.i32();
            heads.skip(8);
            int overrides = heads.u8();
            int auto = heads.u8();
            heads.skip(2);
            in.i32();
            List<Difference> read = new ArrayList<>();
            if (overrides > LEVELS) {
                throw in.broken("overrides of a list");
            }
            for (int level = 0; level < overrides; level++) {
                int start = in.i32();
                int flags = in.i32() & OVERRIDE;
                boolean formatted = (flags & FORMATTED) != 0;
                read.add(new Difference(
                        Math.clamp(start, 0, 32767),
                        flags,
                        formatted ? Optional.of(ListLevel.read(in, filter)) : Optional.empty()));
            }
            uses.add(new Use(id, auto >= 0xFC ? auto : 0, read));
        }
        return uses;
    }

    /** The lists; the FIB counts as much of it as {@link #counted} says. */
    public void writeDefinitions(Out out) {
        out.u16(definitions.size());
        for (Definition definition : definitions) {
            out.i32(definition.id).i32(0);
            for (int style : definition.styles) {
                out.u16(style);
            }
            out.u8(definition.flags | (definition.simple ? 1 : 0)).u8(0);
        }
        definitions.forEach(definition -> definition.levels.forEach(level -> level.write(out)));
    }

    public int counted() {
        return 2 + 28 * definitions.size();
    }

    public void writeUses(Out out) {
        out.i32(uses.size());
        for (Use use : uses) {
            out.i32(use.id)
                    .i32(0)
                    .i32(0)
                    .u8(use.differences.size())
                    .u8(use.auto)
                    .u16(0);
        }
        for (Use use : uses) {
            out.i32(-1);
            for (Difference difference : use.differences) {
                out.i32(difference.start).i32(difference.flags);
                difference.level.ifPresent(level -> level.write(out));
            }
        }
    }
}
