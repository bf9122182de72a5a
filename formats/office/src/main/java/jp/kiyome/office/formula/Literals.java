package jp.kiyome.office.formula;

import jp.kiyome.core.text.Ascii;
import jp.kiyome.office.formula.FormulaVerdict.Reason;

/** Numbers, texts, error values and array constants (ECMA-376-1 §18.17.2.1 to §18.17.2.4, §18.17.2.7). */
final class Literals {

    private static final String[] ERRORS = {
        "#REF!",
        "#N/A",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#GETTING_DATA",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#BLOCKED!",
        "#UNKNOWN!",
        "#CONNECT!",
        "#EXTERNAL!",
        "#PYTHON!",
        "#BUSY!",
        "#TIMEOUT!"
    };

    private final FormulaText text;

    Literals(FormulaText text) {
        this.text = text;
    }

    /** Where the text that begins here ends, behind its closing quote. */
    int stringEnd(int from) {
        for (int i = from + 1; i < text.end; i++) {
            if (text.in[i] == '"') {
                if (text.at(i + 1) != '"') {
                    return i + 1;
                }
                i++;
            }
        }
        throw text.refuse(Reason.SYNTAX, from);
    }

    void string() {
        text.copyTo(stringEnd(text.pos));
    }

    /** The characters of the text that begins here. */
    String stringValue() {
        return text.substring(text.pos + 1, stringEnd(text.pos) - 1).replace("\"\"", "\"");
    }

    /** Where the number that begins here ends; where it begins when there is none. */
    int numberEnd(int from) {
        int whole = digitsEnd(from);
        int i = whole;
        if (text.at(i) == '.') {
            i = digitsEnd(i + 1);
            if (i == from + 1) {
                return from;
            }
        }
        if (i > from && (text.at(i) | 0x20) == 'e') {
            int sign = text.at(i + 1) == '+' || text.at(i + 1) == '-' ? 1 : 0;
            int exponent = digitsEnd(i + 1 + sign);
            return exponent > i + 1 + sign ? exponent : i;
        }
        return i;
    }

    int digitsEnd(int from) {
        int i = from;
        while (Ascii.isDigit(text.at(i))) {
            i++;
        }
        return i;
    }

    /** An error value; tells whether it was {@code #REF!}, which may stand where a sheet or a cell was. */
    boolean error() {
        for (String error : ERRORS) {
            if (stands(error)) {
                text.copyUpperTo(text.pos + error.length());
                return error.equals("#REF!");
            }
        }
        throw text.refuse(Reason.SYNTAX, text.pos);
    }

    /** Rows of constants: {@code {1,2;"a",TRUE}}. */
    void array() {
        text.copyOne();
        while (true) {
            text.copySpace();
            constant();
            text.copySpace();
            char c = text.peek();
            if (c != ',' && c != ';' && c != '}') {
                throw text.refuse(Reason.SYNTAX, text.pos);
            }
            text.copyOne();
            if (c == '}') {
                return;
            }
        }
    }

    private void constant() {
        char c = text.peek();
        if (c == '"') {
            string();
        } else if (c == '#') {
            error();
        } else if (stands("TRUE")) {
            text.copyUpperTo(text.pos + 4);
        } else if (stands("FALSE")) {
            text.copyUpperTo(text.pos + 5);
        } else {
            int from = c == '-' || c == '+' ? text.pos + 1 : text.pos;
            int to = numberEnd(from);
            if (to == from) {
                throw text.refuse(Reason.SYNTAX, text.pos);
            }
            text.copyTo(to);
        }
    }

    private boolean stands(String upper) {
        for (int i = 0; i < upper.length(); i++) {
            if (Ascii.upper(text.at(text.pos + i)) != upper.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
