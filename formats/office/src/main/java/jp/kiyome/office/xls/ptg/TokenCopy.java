package jp.kiyome.office.xls.ptg;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/**
 * Reads a formula token by token, as if it were calculated, and writes each token anew ([MS-XLS] 2.5.198.25 Ptg). What is not
 * here refuses the formula. Tokens keep their sizes, so the distances in them stay right. Not thread-safe.
 */
public final class TokenCopy {

    private static final String FORMULA = "active.formula";

    /** Rows from here on have no place in the 16 bits of a row: all bits count; columns have 8 bits and two flags. */
    private static final int COLUMN_BITS = 0xC0FF;

    private final TokenScope scope;
    private final Operands operands = new Operands();
    private final Calls calls = Calls.narrow(operands);
    private final RecordOutput out = new RecordOutput();
    private final RecordOutput extraOut = new RecordOutput();
    private final List<Boolean> extras = new ArrayList<>();
    private RecordInput in = RecordInput.of(new byte[0]);
    private String code = FORMULA;
    private String detail = "";

    public TokenCopy(TokenScope scope) {
        this.scope = scope;
    }

    /**
     * Judges a formula.
     *
     * @param tokens rgce
     * @param extra stands at rgcb, and goes behind it
     */
    public Formula copy(byte[] tokens, RecordInput extra) {
        in = RecordInput.of(tokens);
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
        for (boolean array : extras) {
            if (array) {
                Extra.array(extra, extraOut);
            } else {
                Extra.areas(extra, extraOut);
            }
        }
        return extra.ok()
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
            in.refuse();
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
            case 0x19 -> new Attribute(in, out, operands).copy();
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
            default -> refuse(String.format(java.util.Locale.ROOT, "token %02x", token));
        }
    }

    private void literal(boolean allowed) {
        if (!allowed) {
            in.refuse();
        }
        out.u8(in.u8());
        operands.push(0);
    }

    /** Written as wide as it was, so that the formula keeps its size. */
    private void text() {
        int length = in.u8();
        boolean wide = in.peek(0) != 0;
        String text = in.string(length);
        out.u8(length);
        out.u8(wide ? 1 : 0);
        out.characters(text, wide);
        operands.push(Literal.kind(text));
    }

    /** Tokens that have a class: reference, value or array. */
    private void classed(int token) {
        switch (token) {
            case 0x00 -> {
                unused(7);
                extras.add(true);
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
            case 0x0A -> unusedOperand(4);
            case 0x0B -> unusedOperand(8);
            case 0x19 -> nameElsewhere();
            case 0x1A -> onSheets(1);
            case 0x1B -> onSheets(2);
            case 0x1C -> onSheetsUnused(4);
            case 0x1D -> onSheetsUnused(8);
            default -> refuse(String.format(java.util.Locale.ROOT, "token %02x", token + 0x20));
        }
    }

    /** Cells, as rows and then columns (2.5.198.109 RgceLoc, .107 RgceArea). */
    private void cells(int corners) {
        for (int i = 0; i < corners; i++) {
            out.u16(in.u16());
        }
        for (int i = 0; i < corners; i++) {
            out.u16(in.u16() & COLUMN_BITS);
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

    /** What is inside is a formula of tokens that follow, and leaves the operand (2.5.198.71 PtgMemFunc). */
    private void inner() {
        int size = in.u16();
        out.u16(size);
        in.has(size, 1);
    }

    private void memory(boolean areas) {
        unused(4);
        inner();
        if (areas) {
            extras.add(false);
        }
    }

    private void name() {
        int number = in.i32();
        int kept = number > 0 && number <= 0xFFFF ? scope.name(number) : TokenScope.GONE;
        if (kept == TokenScope.GONE) {
            refuse("name " + number);
            return;
        }
        out.i32(kept);
        operands.push(scope.isFunction(number) ? Operands.FUNCTION : 0);
    }

    /** Of another place only the functions of add-ins stay (2.5.198.77 PtgNameX). */
    private void nameElsewhere() {
        int reference = in.u16();
        int number = in.i32();
        int table = scope.addIn(reference);
        int function = table == TokenScope.GONE ? TokenScope.GONE : scope.addInFunction(reference, number);
        if (function != TokenScope.GONE) {
            out.u16(table);
            out.i32(function);
            operands.push(Operands.FUNCTION);
            return;
        }
        // A name of a sheet of this very workbook.
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
