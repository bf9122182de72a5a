package jp.kiyome.core.charset;

/**
 * How unusual a character is in Japanese text, in bits: roughly the negative logarithm of its probability, so that the sums over
 * two readings of the same bytes can be compared. The shares are estimates (kana 40 %, kanji of level 1 35 %, and so on, over
 * the number of characters in the class), not taken from a corpus.
 */
final class CharacterCost {

    /** Text with more bits a character than this is no usual text in any language that is looked for. */
    static final int UNUSUAL = 15;

    /** Western text has no more bits for each character outside ASCII: others that are read as such have. */
    static final int WESTERN_UNUSUAL = 11;

    private static final int NEVER = 40;

    private CharacterCost() {}

    /** @param before the character before; 0 at the start */
    static int of(int character, int before) {
        if (character < 0x80) {
            return ascii(character);
        }
        if (Jis.halfKana(character)) {
            return halfKana(character, before);
        }
        int code = Jis.to0208(character);
        if (code != 0) {
            return japanese(code >> 8, character, before);
        }
        return Character.isLetter(character) && character < 0x250 && latin(before) ? 8 : other(character);
    }

    private static int ascii(int character) {
        return character >= 0x20 && character < 0x7F || character >= '\t' && character <= '\r' ? 6 : 16;
    }

    /** Half-width katakana come in runs; a voicing mark stands behind a letter; the small comma and dot are rare. */
    private static int halfKana(int character, int before) {
        if (character >= 0xFF9E) {
            return before >= 0xFF73 && before <= 0xFF8E ? 6 : 18;
        }
        int rare = character <= 0xFF65 ? 5 : 0;
        return (Jis.halfKana(before) ? 8 : 12) + rare;
    }

    private static int japanese(int row, int character, int before) {
        int kana =
                switch (row) {
                    case 0x24 -> 7;
                    case 0x25 -> isKatakana(before) ? 7 : 10;
                    default -> 0;
                };
        if (kana > 0) {
            return kana;
        }
        return switch (row) {
            case 0x21 -> common(character) ? 8 : 12;
            case 0x22 -> 14;
            case 0x23 -> 10;
            case 0x26, 0x27 -> 16;
            case 0x28 -> 14;
            case 0x2D -> 14;
            default -> row >= 0x30 && row < 0x50 ? 11 : rareKanji(row, before);
        };
    }

    /** A kanji of level 2 hardly ever stands behind a Latin letter, and those are the first bytes of "\u00E9" and its kin. */
    private static int rareKanji(int row, int before) {
        return (row <= 0x74 ? 18 : 17) + (latin(before) ? 5 : 0);
    }

    private static boolean latin(int character) {
        return character < 0x80 && Character.isLetter(character);
    }

    private static boolean isKatakana(int character) {
        return character >= 0x30A1 && character <= 0x30FC;
    }

    private static boolean common(int character) {
        return "　、。「」ー・（）：／～【】『』？！－＝＋＆％＃".indexOf(character) >= 0;
    }

    private static int other(int character) {
        if (character < 0xA0) {
            return 30;
        }
        if (character == 0xFEFF || character > 0xFFFD && character <= 0xFFFF) {
            return NEVER;
        }
        return switch (Character.getType(character)) {
            case Character.UNASSIGNED, Character.SURROGATE -> NEVER;
            case Character.PRIVATE_USE -> 26;
            case Character.CONTROL -> 30;
            default -> character < 0x250 ? 13 : character < 0x2000 ? 15 : character < 0x10000 ? 16 : 18;
        };
    }
}
