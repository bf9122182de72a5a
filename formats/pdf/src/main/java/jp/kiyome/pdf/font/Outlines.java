package jp.kiyome.pdf.font;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.pdf.cos.Num;

/**
 * A font as compact font format has it: what is read of CFF and Type 1 programs, and all that is written.
 *
 * @param cid whether glyphs go by CID rather than name
 * @param top the entries of the top dictionary that are kept, by operator
 * @param glyphs names of the glyphs, or CIDs in decimal, the first being .notdef
 * @param outlines their outlines, Type 2 charstrings without subroutines
 * @param encoding glyph for each code, 0 for none; empty where {@code predefined} counts
 * @param predefined 0 Standard, 1 Expert
 * @param select which of {@code parts} a glyph belongs to; empty where there is one
 */
// Nobody compares two of these.
// The order of the keys matters.
@SuppressWarnings({"ArrayRecordComponent", "NonApiType"})
record Outlines(
        boolean cid,
        List<String> system,
        TreeMap<Integer, List<Num>> top,
        List<String> glyphs,
        List<byte[]> outlines,
        int[] encoding,
        int predefined,
        int[] select,
        List<Part> parts) {

    /** A font's private numbers: hints and widths. {@code top} are those of its own dictionary in fonts with CIDs. */
    record Part(TreeMap<Integer, List<Num>> top, Map<Integer, List<Num>> numbers) {}
}
