package jp.kiyome.office.doc.table;

import java.util.List;
import jp.kiyome.office.doc.sprm.Sprm;

/**
 * A style ([MS-DOC] 2.9.259, STD).
 *
 * @param builtIn its number among those that programs know, or 0xFFE
 * @param base the style it builds on, or 0xFFF
 * @param next the style of the paragraph that follows one of this
 * @param shown whether and where programs list it, bits of GRFSTD
 * @param link the style of the other kind that belongs to it; 0 for none
 * @param priority in lists of styles
 * @param parts its formats, in the order of the kind
 */
public record Style(
        int builtIn, Kind kind, int base, int next, int shown, int link, int priority, String name, List<Part> parts) {

    /** What a style is for, and what its parts are about. */
    public enum Kind {
        PARAGRAPH(1, "pc"),
        CHARACTER(2, "c"),
        TABLE(3, "tpc"),
        LIST(4, "p");

        final int number;
        final String parts;

        Kind(int number, String parts) {
            this.number = number;
            this.parts = parts;
        }
    }

    /**
     * Formats of one group: of {@code p}aragraphs, {@code c}haracters, {@code t}ables.
     *
     * @param group which
     */
    public record Part(char group, List<Sprm> sprms) {}
}
