package jp.kiyome.text.chars;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Where joiners, marks and selectors have a meaning. */
final class Scripts {

    /** Scripts whose letters change shape by joiners (Unicode 23.2). */
    private static final Set<UnicodeScript> JOINING = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.NKO,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private Scripts() {}

    static boolean joins(int point) {
        return point > 0x5FF && JOINING.contains(UnicodeScript.of(point));
    }

    /** A picture, or what may stand between a picture and a joiner: its selector or the tone of its skin. */
    static boolean emoji(int point) {
        return Character.isExtendedPictographic(point) || Character.isEmojiModifier(point) || point == 0xFE0F;
    }

    static boolean rightToLeft(int point) {
        byte direction = Character.getDirectionality(point);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** One selector behind what it selects a form of: kanji, symbols and emoji (UTS 37, UTS 51). */
    static boolean takesSelector(int base, int selector) {
        if (selector > 0xFFFF) {
            return Character.isIdeographic(base);
        }
        return Character.isIdeographic(base)
                || Character.isEmoji(base)
                || base > 0xA0 && Character.getType(base) >= Character.DASH_PUNCTUATION
                || selector <= 0xFE02 && base > 0xA0 && Character.isLetter(base);
    }
}
