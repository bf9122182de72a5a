package jp.kiyome.office.ooxml;

import java.util.Set;
import java.util.regex.Pattern;
import jp.kiyome.container.xml.Utf8;
import org.jspecify.annotations.Nullable;

/** What the value of a cell may be, by the type that the cell states (ECMA-376-1 §18.18.11). */
enum CellContent {
    NUMBER,
    BOOLEAN,
    ERROR,
    DATE,
    TEXT,
    SHARED,
    INLINE;

    /** A double needs no more; what is longer is no number of a sheet. */
    private static final int LONGEST_NUMBER = 400;

    private static final int LONGEST_DATE = 64;

    /** Those of §18.17.3, and those that programs have added since. */
    private static final Set<String> ERRORS = Set.of(
            "#NULL!",
            "#DIV/0!",
            "#VALUE!",
            "#REF!",
            "#NAME?",
            "#NUM!",
            "#N/A",
            "#GETTING_DATA",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#CONNECT!",
            "#UNKNOWN!",
            "#EXTERNAL!",
            "#PYTHON!",
            "#BUSY!");

    private static final Set<String> BOOLEANS = Set.of("0", "1", "true", "false");

    /** A date, a time, both, or a length of time in ISO 8601 (§18.17.4.1). */
    private static final Pattern ISO_8601 = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"
            + "|([0-9]{4}-[0-9]{2}-[0-9]{2}T|T)?[0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?"
            + "|-?P([0-9]{1,9}[YMWD]){0,4}(T([0-9]{1,9}([.,][0-9]{1,9})?[HMS]){1,3})?");

    /** By the attribute {@code t}; a cell without one has a number. */
    static CellContent of(@Nullable Utf8 type) {
        return switch (type == null ? "n" : type.toString()) {
            case "n" -> NUMBER;
            case "b" -> BOOLEAN;
            case "e" -> ERROR;
            case "d" -> DATE;
            case "str" -> TEXT;
            case "s" -> SHARED;
            case "inlineStr" -> INLINE;
            default -> throw new IllegalStateException("no type of a cell: " + type);
        };
    }

    /** Whether a value that is not empty is of the type; of a shared string that is said where its number is read. */
    boolean fits(Utf8 value) {
        return switch (this) {
            case NUMBER -> number(value);
            case BOOLEAN -> BOOLEANS.contains(value.toString());
            case ERROR -> ERRORS.contains(value.toString());
            case DATE -> value.length() <= LONGEST_DATE && date(value.toString());
            case TEXT, SHARED -> true;
            case INLINE -> false;
        };
    }

    private static boolean date(String value) {
        return !value.endsWith("P") && ISO_8601.matcher(value).matches();
    }

    /** A finite xsd:double (XML Schema 2 §3.2.5). Read byte by byte: a sheet has a million of them. */
    private static boolean number(Utf8 value) {
        int end = value.length();
        int whole = digits(value, sign(value, 0));
        boolean point = whole < end && value.at(whole) == '.';
        int fraction = point ? digits(value, whole + 1) : whole;
        int written = fraction - sign(value, 0) - (point ? 1 : 0);
        if (end > LONGEST_NUMBER || written == 0) {
            return false;
        }
        if (fraction == end) {
            return true;
        }
        int exponent = sign(value, fraction + 1);
        int last = digits(value, exponent);
        return (value.at(fraction) | 0x20) == 'e' && last > exponent && last == end;
    }

    /** The place behind a sign, if one stands at {@code at}. */
    private static int sign(Utf8 value, int at) {
        return at < value.length() && (value.at(at) == '-' || value.at(at) == '+') ? at + 1 : at;
    }

    /** The place behind the digits that begin at {@code at}. */
    private static int digits(Utf8 value, int at) {
        int end = at;
        while (end < value.length() && value.at(end) >= '0' && value.at(end) <= '9') {
            end++;
        }
        return end;
    }
}
