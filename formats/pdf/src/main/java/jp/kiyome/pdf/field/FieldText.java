package jp.kiyome.pdf.field;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.font.CharacterMap;

/** Reads what drawings of fields show, and compares it with values. Stateless. */
public final class FieldText {

    private FieldText() {}

    /**
     * The text that a drawing shows; empty where it cannot be told.
     *
     * @param content of the drawing, as the rewriter leaves it
     * @param fonts clean, by name
     * @param unicode the data of a font's clean map to Unicode
     */
    public static Optional<String> drawn(
            byte[] content,
            Cos.Dict fonts,
            UnaryOperator<Cos> resolve,
            Function<Cos, Optional<byte[]>> unicode,
            Budget budget) {
        return DrawnText.of(content, name -> Cos.dict(resolve.apply(fonts.get(name)))
                .map(font -> FieldFont.of(
                        font,
                        resolve,
                        unicode.apply(font.get("ToUnicode")).map(map -> CharacterMap.texts(map, budget)))));
    }

    /** Whether two texts look the same but for white space, which drawings do not keep. */
    public static boolean alike(String one, String other) {
        return bare(one).equals(bare(other));
    }

    /** Whether a drawing of several lines shows the text among others. */
    public static boolean shows(String drawn, String text) {
        return bare(drawn).contains(bare(text));
    }

    /** As writers draw a text whose font has Latin letters alone. */
    public static String withQuestionMarks(String text) {
        StringBuilder drawn = new StringBuilder(text.length());
        text.codePoints().forEach(c -> drawn.appendCodePoint(Letters.latin(c) || c < ' ' ? c : '?'));
        return drawn.toString();
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }
}
