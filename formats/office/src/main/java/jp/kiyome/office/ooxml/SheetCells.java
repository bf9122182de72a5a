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
    private boolean shared;
    private boolean valued;

    SheetCells(SharedStrings strings) {
        this.strings = strings;
    }

    Map<String, ElementHook> hooks() {
        return Map.of("x:CT_Cell", this::cell);
    }

    private ElementHook.Fate cell(XmlName name, Attributes attributes) {
        Utf8 type = attributes.find("t");
        shared = type != null && type.length() == 1 && type.at(0) == 's';
        valued = false;
        return ElementHook.Fate.keep();
    }

    /** A second value in one cell is refused: no program shows it. */
    String judge(Utf8 value) {
        if (valued || value.codePoints() > LONGEST) {
            return NOT_ALLOWED;
        }
        valued = true;
        return shared && !value.isEmpty() ? string(value) : FilterHost.ACCEPTED;
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
