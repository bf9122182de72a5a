package jp.kiyome.cad.jww;

import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.PolicyOption;

/** What becomes of the texts of a file. Not thread-safe. */
final class TextRules {

    static final PolicyOption MEMO = PolicyOption.of("jww.memo", "remove", "keep");

    private static final String FONT = "ＭＳ ゴシック";

    private final boolean memo;
    private final PictureTexts pictures;

    TextRules(Policy policy, PictureTexts pictures) {
        this.memo = policy.choice(MEMO).equals("keep");
        this.pictures = pictures;
    }

    /** The characters of a text that may stand in one. */
    JwwText cleaned(Node.Field field, JwwText text, boolean damaged, String structure, Noted noted) {
        JwwText clean = text.with(clean(text.text(), field.rule() == Node.Rule.MEMO));
        if (damaged || !clean.equals(text)) {
            noted.changed("jww.text", structure, field.name(), "");
        }
        return clean;
    }

    /** What may be said in a place. */
    JwwText judged(Node.Field field, JwwText text, String structure, Noted noted) {
        if (text.text().isEmpty()) {
            return text;
        }
        return switch (field.rule()) {
            case FONT -> font(text, field, structure, noted);
            case CONTENT -> text.with(pictures.judged(text.text(), structure, noted));
            case MEMO -> memo(text, field, structure, noted);
            case NAME, ANY, UPTO, WITHIN, GONE, TRUE -> text;
        };
    }

    private JwwText memo(JwwText text, Node.Field field, String structure, Noted noted) {
        if (memo) {
            return text;
        }
        noted.removed("jww.memo", structure, field.name(), text.text());
        return text.with("");
    }

    /** A name with a path in it is of no font, and would be looked for elsewhere. */
    private static JwwText font(JwwText text, Node.Field field, String structure, Noted noted) {
        if (text.text().chars().noneMatch(unit -> unit == '\\' || unit == '/' || unit == ':')) {
            return text;
        }
        noted.replaced("jww.font", structure, field.name(), text.text());
        return text.with(FONT);
    }

    /** Without controls, and without what turns the direction of others; a mark where bytes were no character. */
    private static String clean(String text, boolean lines) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0xFFFD || point >= 0xD800 && point <= 0xDFFF ? '?' : point)
                .filter(point -> !Character.isISOControl(point) || lines && (point == '\r' || point == '\n'))
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
