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
    BRC80,
    BRC,
    SHD80,
    SHD,
    BYTES,
    MULTIPLE,
    SYMBOL,
    TABS,
    TABLE,
    BORDERS80,
    SPACING,
    WIDTH,
    COLUMN;

    /** The pre-Word 97 list, as a paragraph that keeps its bullet says (2.6.2, sprmPIlfo). */
    private static final int OLD_LIST = 0x7FF;

    private static final int MOST_COLUMNS = 63;
    private static final int CELL = 20;

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
            case CV -> colour(operand, 0);
            case BRC80 -> operand.length == 4;
            case BRC -> operand.length == 8;
            case SHD80 -> operand.length == 2;
            case SHD -> operand.length == 10 && colour(operand, 0) && colour(operand, 4);
            case BYTES -> operand.length == rule.least();
            case MULTIPLE -> operand.length % rule.least() == 0 && operand.length / rule.least() <= rule.most();
            case SYMBOL -> (value & 0xFFFF) < bounds.fonts();
            case TABS -> tabs(sprm);
            case TABLE -> table(operand);
            case BORDERS80 -> operand.length == 24;
            case SPACING -> (value >>> 16) <= 1;
            case WIDTH -> (value & 0xFF) <= 19;
            case COLUMN -> (value & 0xFF) < 45;
        };
    }

    private static boolean list(int ilfo, Bounds bounds) {
        int number = ilfo < 0 ? -ilfo : ilfo;
        return number <= bounds.lists() || number == OLD_LIST;
    }

    /** Red, green, blue, and 0xFF for the automatic colour (2.9.43). */
    private static boolean colour(byte[] operand, int at) {
        int auto = operand.length < at + 4 ? 1 : operand[at + 3];
        return auto == 0 || auto == -1;
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

    /** TDefTableOperand (2.9.321): cells at the end may lack, and are as empty ones. */
    private static boolean table(byte[] operand) {
        if (operand.length < 1 || (operand[0] & 0xFF) > MOST_COLUMNS) {
            return false;
        }
        int columns = operand[0];
        int cells = operand.length - 1 - 2 * (columns + 1);
        return cells >= 0 && cells % CELL == 0 && cells / CELL <= columns;
    }
}
