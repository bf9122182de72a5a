package jp.kiyome.office.xls.ptg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/**
 * Does for binary workbooks of Excel 2007 and later what {@link TokenCopy} does for those before, by the same functions and the
 * same rules ([MS-XLSB] 2.5.97): rows have four bytes, texts two a character, and tables have a token. Not thread-safe.
 */
public final class WideTokenCopy {

    /** Rows of a sheet. */
    public static final int ROWS = 1 << 20;

    private static final String FORMULA = "active.formula";
    private static final int EXTENDED = 0x18;
    private static final int LIST = 0x19;
    /** The attribute with which calls of IFERROR go past their second argument (PtgAttrIfError). */
    private static final int IF_ERROR = 0x80;

    /** Columns, which rows, spaces and whether the table is gone; what marks the table of another workbook is not among them. */
    private static final int LIST_FLAGS = 0x1DFF;

    private static final int LIST_ELSEWHERE = 0x2000;

    private final TokenScope scope;
    private final Operands operands = new Operands();
    private final Calls calls = Calls.wide(operands);
    private final RecordOutput out = new RecordOutput();
    private final RecordOutput extraOut = new RecordOutput();
    private final List<BiConsumer<RecordInput, RecordOutput>> extras = new ArrayList<>();
    private final RecordInput in = RecordInput.of(new byte[0]);
    private String code = FORMULA;
    private String detail = "";

    public WideTokenCopy(TokenScope scope) {
        this.scope = scope;
    }

    /**
     * Judges a formula.
     *
     * @param tokens rgce
     * @param behind rgcb
     */
    public Formula copy(byte[] tokens, byte[] behind) {
        in.over(tokens, 0, tokens.length);
        out.clear();
        extraOut.clear();
        extras.clear();
        operands.clear();
        code = FORMULA;
        detail = "";
        while (in.ok() && operands.ok() && in.remaining() > 0) {
            token(in.u8());
        }
        if (!in.ok() || !operands.oneValue()) {
            return new Formula.Refused(code, detail);
        }
        RecordInput extra = RecordInput.of(behind);
        for (BiConsumer<RecordInput, RecordOutput> one : extras) {
            one.accept(extra, extraOut);
        }
        return extra.ok() && !extra.tail()
                ? new Formula.Kept(out.toByteArray(), extraOut.toByteArray())
                : new Formula.Refused(FORMULA, "");
    }

    private void token(int token) {
        out.u8(token);
        if (token < 0x20) {
            plain(token);
        } else if (token < 0x80) {
            classed(token & 0x1F);
        } else {
            refuse("token");
        }
    }

    private void plain(int token) {
        switch (token) {
            case 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F, 0x10, 0x11 ->
                operands.combine(2);
            case 0x12, 0x13, 0x14 -> operands.combine(1);
            case 0x15 -> operands.at(0);
            case 0x16 -> operands.push(0);
            case 0x17 -> text();
            case EXTENDED -> table();
            case 0x19 -> attribute();
            case 0x1C -> literal(Extra.isError(in.peek(0)));
            case 0x1D -> literal(in.peek(0) <= 1);
            case 0x1E -> {
                out.u16(in.u16());
                operands.push(0);
            }
            case 0x1F -> {
                Extra.number(in, out);
                operands.push(0);
            }
            default -> refuse(String.format(Locale.ROOT, "token %02x", token));
        }
    }

    private void attribute() {
        if (in.peek(0) != IF_ERROR) {
            new Attribute(in, out, operands).copy();
            return;
        }
        out.u8(in.u8());
        int distance = in.u16();
        if (distance > in.remaining()) {
            in.refuse();
        }
        out.u16(distance);
    }

    private void literal(boolean allowed) {
        if (!allowed) {
            in.refuse();
        }
        out.u8(in.u8());
        operands.push(0);
    }

    private void text() {
        int length = in.u16();
        String text = in.characters(length, true);
        out.u16(length);
        out.characters(text, true);
        operands.push(Literal.kind(text));
    }

    /** Cells of a table of this workbook (PtgList). */
    private void table() {
        int kind = in.u8();
        out.u8(kind);
        if (kind != LIST) {
            refuse("token 18 " + kind);
            return;
        }
        if (!sheets()) {
            return;
        }
        int flags = in.u16();
        if ((flags & LIST_ELSEWHERE) != 0) {
            code = "active.external-book";
            refuse("table");
        }
        out.u16(flags & LIST_FLAGS);
        out.i32(in.i32());
        out.u16(in.u16());
        out.u16(in.u16());
        operands.push(0);
    }

    /** Tokens that have a class: reference, value or array. */
    private void classed(int token) {
        switch (token) {
            case 0x00 -> {
                unused(14);
                extras.add(WideExtra::array);
                operands.push(0);
            }
            case 0x01 -> refuseCall(calls.fixed(in, out));
            case 0x02 -> refuseCall(calls.variable(in, out));
            case 0x03 -> name();
            case 0x04, 0x0C -> cells(1);
            case 0x05, 0x0D -> cells(2);
            case 0x06 -> memory(true);
            case 0x07, 0x08 -> memory(false);
            case 0x09 -> inner();
            case 0x0A -> unusedOperand(6);
            case 0x0B -> unusedOperand(12);
            case 0x19 -> nameElsewhere();
            case 0x1A -> onSheets(1);
            case 0x1B -> onSheets(2);
            case 0x1C -> onSheetsUnused(6);
            case 0x1D -> onSheetsUnused(12);
            default -> refuse(String.format(Locale.ROOT, "token %02x", token + 0x20));
        }
    }

    /** Rows, then columns with a flag each for what is relative (RgceLoc, .93 RgceArea). */
    private void cells(int corners) {
        for (int i = 0; i < corners; i++) {
            int row = in.i32();
            if (row < 0 || row >= ROWS) {
                in.refuse();
            }
            out.i32(row);
        }
        for (int i = 0; i < corners; i++) {
            out.u16(in.u16());
        }
        operands.push(0);
    }

    private void unusedOperand(int count) {
        unused(count);
        operands.push(0);
    }

    private void unused(int count) {
        in.bytes(count);
        out.zeros(count);
    }

    /** What is inside is a formula of tokens that follow, and leaves the operand. */
    private void inner() {
        int size = in.u16();
        out.u16(size);
        in.has(size, 1);
    }

    private void memory(boolean areas) {
        unused(4);
        inner();
        if (areas) {
            extras.add(WideExtra::areas);
        }
    }

    private void name() {
        int number = in.i32();
        int kept = number > 0 ? scope.name(number) : TokenScope.GONE;
        if (kept == TokenScope.GONE) {
            refuse("name " + number);
            return;
        }
        out.i32(kept);
        operands.push(scope.isFunction(number) ? Operands.FUNCTION : 0);
    }

    /** A name of a sheet of this very workbook; of another place none stays. */
    private void nameElsewhere() {
        int reference = in.u16();
        int number = in.i32();
        int sheets = scope.sheets(reference);
        int name = sheets == TokenScope.GONE || number <= 0 ? TokenScope.GONE : scope.name(number);
        if (name == TokenScope.GONE || scope.isFunction(number)) {
            code = scope.whyNot(reference);
            refuse("");
            return;
        }
        out.u16(sheets);
        out.i32(name);
        operands.push(0);
    }

    private void onSheets(int corners) {
        if (sheets()) {
            cells(corners);
        }
    }

    private void onSheetsUnused(int count) {
        if (sheets()) {
            unusedOperand(count);
        }
    }

    private boolean sheets() {
        int reference = in.u16();
        int kept = scope.sheets(reference);
        if (kept == TokenScope.GONE) {
            code = scope.whyNot(reference);
            refuse("");
            return false;
        }
        out.u16(kept);
        return true;
    }

    private void refuseCall(String function) {
        if (!function.isEmpty()) {
            refuse(function);
        }
    }

    private void refuse(String why) {
        detail = why;
        in.refuse();
    }
}
