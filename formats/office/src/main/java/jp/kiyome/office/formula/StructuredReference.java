package jp.kiyome.office.formula;

import java.util.Set;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.office.formula.FormulaVerdict.Reason;
import jp.kiyome.office.value.Visible;

/**
 * The brackets of a structured reference: {@code [Column]}, {@code [@Column]}, {@code [#Totals]},
 * {@code [[#Headers],[First]:[Last]]}, {@code [@[First column]]}; an apostrophe takes the meaning of the character behind it
 * ([MS-XLSX] 2.2.2.1).
 */
final class StructuredReference {

    private static final Set<String> KEYWORDS = Set.of("#all", "#data", "#headers", "#totals", "#this row");

    private final FormulaText text;

    StructuredReference(FormulaText text) {
        this.text = text;
    }

    /** Reads from the opening bracket behind the closing one. */
    void read() {
        int end = closing(text.pos);
        int begin = text.pos + 1;
        int first = text.pastSpace(text.at(begin) == '@' ? begin + 1 : begin);
        if (text.at(first) == '[') {
            list(begin, end);
        } else {
            item(begin, end);
        }
        text.copyTo(end + 1);
    }

    /** The bracket that closes the one at {@code open}, over one level of brackets between. */
    int closing(int open) {
        int level = 0;
        for (int i = open; i < text.end; i++) {
            char c = text.in[i];
            if (c == '\'') {
                i++;
            } else if (c == '[' && ++level > 2) {
                break;
            } else if (c == ']' && --level == 0) {
                return i;
            }
        }
        throw text.refuse(Reason.SYNTAX, open);
    }

    private void list(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.in[i];
            if (c == '[') {
                int close = closing(i);
                item(i + 1, close);
                i = close;
            } else if (c != ',' && c != ':' && c != ' ' && (c != '@' || i != from)) {
                throw text.refuse(Reason.SYNTAX, i);
            }
        }
    }

    private void item(int from, int to) {
        if (text.at(from) == '#' && !KEYWORDS.contains(Ascii.lower(text.substring(from, to)))) {
            throw text.refuse(Reason.SYNTAX, from);
        }
        for (int i = from; i < to; i++) {
            char c = text.in[i];
            if (c == '\'') {
                i++;
            } else if (c == '[' || (!Character.isSurrogate(c) && !Ascii.isSpace(c) && !Visible.one(c))) {
                throw text.refuse(Reason.SYNTAX, i);
            }
        }
    }
}
