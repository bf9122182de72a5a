package jp.kiyome.office.ooxml;

import java.util.Map;
import jp.kiyome.container.xml.Attributes;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.FilterHost;
import jp.kiyome.container.xml.Utf8;
import jp.kiyome.container.xml.XmlName;

/** The values of one sheet's cells (ECMA-376-1 §18.3.1.96): one for each cell, and which shared strings they show. */
final class SheetCells {

    private static final String NOT_ALLOWED = "structure.attribute-value";

    /** A cell holds 32767 characters, each may be escaped as {@code _xHHHH_} (§22.9.2.19). */
    private static final int LONGEST = 262_144;

    /** Digits of the greatest index that a schema allows (unsignedInt). */
    private static final int MOST_DIGITS = 10;

    private final SharedStrings strings;
    private CellContent content = CellContent.NUMBER;
    private boolean valued;

    SheetCells(SharedStrings strings) {
        this.strings = strings;
    }

    Map<String, ElementHook> hooks() {
        return Map.of("x:CT_Cell", this::cell, "x:CT_Rst", this::inline);
    }

    private ElementHook.Fate cell(XmlName name, Attributes attributes) {
        content = CellContent.of(attributes.find("t"));
        valued = false;
        return ElementHook.Fate.keep();
    }

    /** Text of its own is shown in a cell of that type, and in no other. */
    private ElementHook.Fate inline(XmlName name, Attributes attributes) {
        return content == CellContent.INLINE ? ElementHook.Fate.keep() : ElementHook.Fate.drop(NOT_ALLOWED);
    }

    /** Refused are a second value in one cell, and one that is not of the cell's type: no program shows it as it stands. */
    String judge(Utf8 value) {
        if (valued || value.codePoints() > LONGEST) {
            return NOT_ALLOWED;
        }
        valued = true;
        if (value.isEmpty()) {
            return FilterHost.ACCEPTED;
        }
        if (!content.fits(value)) {
            return NOT_ALLOWED;
        }
        return content == CellContent.SHARED ? string(value) : FilterHost.ACCEPTED;
    }

    private String string(Utf8 value) {
        if (value.length() > MOST_DIGITS) {
            return NOT_ALLOWED;
        }
        long index = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.at(i) - '0';
            if (digit < 0 || digit > 9) {
                return NOT_ALLOWED;
            }
            index = index * 10 + digit;
        }
        strings.use(index);
        return FilterHost.ACCEPTED;
    }
}
