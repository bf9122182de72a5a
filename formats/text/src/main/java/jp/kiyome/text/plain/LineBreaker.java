package jp.kiyome.text.plain;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks lines of Japanese and other text (JIS X 4051 section 6.1, in its plain form): between any two Japanese characters but
 * those that must not begin or end a line; elsewhere at blanks. Addresses are never broken.
 */
final class LineBreaker {

    private static final String NOT_FIRST =
            "、。，．・：；？！゛゜ヽヾゝゞ々ー）〕］｝〉》」』】°′″℃％‰‼⁇⁈⁉" + "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ,.:;?!)]}>%";
    private static final String NOT_LAST = "（〔［｛〈《「『【￥＄£｢([{<$#№";

    private LineBreaker() {}

    /** The lines; at least one. */
    static List<String> broken(String text, int width) {
        if (width == 0 || Columns.of(text) <= width) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String piece : pieces(text)) {
            int columns = Columns.of(piece.stripTrailing());
            if (used > 0 && used + columns > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                used = 0;
            }
            line.append(piece);
            used += Columns.of(piece);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** What is never broken inside; blanks stand at the end of a piece. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int[] points = text.codePoints().toArray();
        StringBuilder piece = new StringBuilder();
        boolean address = false;
        for (int i = 0; i < points.length; i++) {
            address = points[i] == '<' || address && points[i] != '>' && points[i] != ' ';
            piece.appendCodePoint(points[i]);
            if (i + 1 < points.length && !address && between(points[i], points[i + 1])) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean between(int one, int next) {
        if (next == ' ') {
            return false;
        }
        if (NOT_FIRST.indexOf(next) >= 0 || NOT_LAST.indexOf(one) >= 0) {
            return false;
        }
        return one == ' ' || Columns.of(next) != 0 && (Columns.of(one) == 2 || Columns.of(next) == 2);
    }
}
