package jp.kiyome.office.doc.sprm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.kiyome.office.doc.raw.In;
import jp.kiyome.office.doc.raw.Out;
import org.jspecify.annotations.Nullable;

/**
 * One property and its operand ([MS-DOC] 2.2.5.1).
 *
 * @param operand without the count that stands in front of one of variable length
 */
// equals and hashCode look into the array.
@SuppressWarnings("ArrayRecordComponent")
public record Sprm(int code, byte[] operand) {

    /** What a property is about ([MS-DOC] 2.2.5.1, sgc). */
    public enum Group {
        PARAGRAPH,
        CHARACTER,
        PICTURE,
        SECTION,
        TABLE
    }

    public static final int DEF_TABLE = 0xD608;
    public static final int CHANGE_TABS = 0xC615;

    private static final int VARIABLE = 6;

    public static Sprm of(int code, int value) {
        int size = fixedSize(code);
        byte[] operand = new byte[size];
        for (int i = 0; i < size; i++) {
            operand[i] = (byte) (value >> 8 * i);
        }
        return new Sprm(code, operand);
    }

    /**
     * Reads all there are.
     *
     * @return what stands before one that is cut off; a single byte of padding at the end is none
     */
    public static List<Sprm> read(In in) {
        List<Sprm> sprms = new ArrayList<>();
        while (in.left() >= 2) {
            int code = in.u16();
            int size = size(code, in);
            if (size < 0 || size > in.left()) {
                break;
            }
            sprms.add(new Sprm(code, in.bytes(size)));
        }
        return sprms;
    }

    private static int size(int code, In in) {
        if (code >> 13 != VARIABLE) {
            return fixedSize(code);
        }
        if (code == DEF_TABLE) {
            return in.left() < 2 ? -1 : in.u16() - 1;
        }
        int size = in.left() < 1 ? -1 : in.u8();
        return size == 255 && code == CHANGE_TABS ? longTabs(in) : size;
    }

    /** A count of 255 says nothing: the operand's own counts tell how long it is ([MS-DOC] 2.9.181). */
    private static int longTabs(In in) {
        if (in.left() < 1) {
            return -1;
        }
        In look = in.look();
        int deleted = look.u8();
        if (look.left() < deleted * 4 + 1) {
            return -1;
        }
        look.skip(deleted * 4);
        return 2 + deleted * 4 + look.u8() * 3;
    }

    private static int fixedSize(int code) {
        return switch (code >> 13) {
            case 0, 1 -> 1;
            case 3 -> 4;
            case 7 -> 3;
            default -> 2;
        };
    }

    public Group group() {
        return switch (code >> 10 & 7) {
            case 1 -> Group.PARAGRAPH;
            case 2 -> Group.CHARACTER;
            case 3 -> Group.PICTURE;
            case 4 -> Group.SECTION;
            default -> Group.TABLE;
        };
    }

    /** As number, of an operand of up to four bytes. */
    public int value() {
        int value = 0;
        for (int i = Math.min(4, operand.length) - 1; i >= 0; i--) {
            value = value << 8 | operand[i] & 0xFF;
        }
        return value;
    }

    public void write(Out out) {
        out.u16(code);
        if (code == DEF_TABLE) {
            out.u16(operand.length + 1);
        } else if (code >> 13 == VARIABLE) {
            out.u8(Math.min(255, operand.length));
        }
        out.bytes(operand);
    }

    public static byte[] written(List<Sprm> sprms) {
        Out out = new Out();
        sprms.forEach(sprm -> sprm.write(out));
        return out.bytes();
    }

    // Written out: the one of a record compares arrays by identity.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sprm that && code == that.code && Arrays.equals(operand, that.operand);
    }

    @Override
    public int hashCode() {
        return 31 * code + Arrays.hashCode(operand);
    }
}
