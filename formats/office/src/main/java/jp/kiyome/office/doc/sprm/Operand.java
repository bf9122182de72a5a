package jp.kiyome.office.doc.sprm;

import java.util.Locale;
import jp.kiyome.office.doc.raw.In;

/** The kinds of operand that {@code sprms.allow} speaks of. */
enum Operand {
    BOOL,
    TOGGLE,
    U8,
    U16,
    I16,
    I32,
    STYLE,
    FONT,
    LIST,
    AUTHOR,
    ICO,
    CV,
    SYMBOL,
    TABS;

    /** The pre-Word 97 list, as a paragraph that keeps its bullet says (2.6.2, sprmPIlfo). */
    private static final int OLD_LIST = 0x7FF;

    static Operand named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean fits(Sprm sprm, SprmRule rule, Bounds bounds) {
        byte[] operand = sprm.operand();
        int value = sprm.value();
        return switch (this) {
            case BOOL -> operand.length == 1 && (value == 0 || value == 1);
            case TOGGLE -> operand.length == 1 && (value & ~0x81) == 0;
            case U8, I32 -> value >= rule.least() && value <= rule.most();
            case U16 -> (value & 0xFFFF) >= rule.least() && (value & 0xFFFF) <= rule.most();
            case I16 -> (short) value >= rule.least() && (short) value <= rule.most();
            case STYLE -> (value & 0xFFFF) < bounds.styles();
            case FONT -> (value & 0xFFFF) < bounds.fonts();
            case AUTHOR -> (value & 0xFFFF) < bounds.authors();
            case LIST -> list((short) value, bounds);
            case ICO -> operand.length == 1 && value >= 0 && value <= 16;
            case CV -> colour(operand);
            case SYMBOL -> (value & 0xFFFF) < bounds.fonts();
            case TABS -> tabs(sprm);
        };
    }

    private static boolean list(int ilfo, Bounds bounds) {
        int number = ilfo < 0 ? -ilfo : ilfo;
        return number <= bounds.lists() || number == OLD_LIST;
    }

    /** Red, green, blue, and 0xFF for the automatic colour (2.9.43). */
    private static boolean colour(byte[] operand) {
        return operand.length == 4 && (operand[3] == 0 || operand[3] == -1);
    }

    /** PChgTabsPapxOperand and PChgTabsOperand (2.9.180, 2.9.181). */
    private static boolean tabs(Sprm sprm) {
        In in = In.of(sprm.operand(), "tabs");
        int perDeleted = sprm.code() == Sprm.CHANGE_TABS ? 4 : 2;
        int deleted = in.left() < 1 ? 65 : in.u8();
        if (deleted > 64 || in.left() < deleted * perDeleted + 1) {
            return false;
        }
        in.skip(deleted * perDeleted);
        int added = in.u8();
        return added <= 64 && in.left() == added * 3;
    }
}
