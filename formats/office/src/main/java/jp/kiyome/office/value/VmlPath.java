package jp.kiyome.office.value;

import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/**
 * The outline of a VML shape ({@code path}, {@code v}, {@code o:connectlocs} and {@code textboxrect} are written in it;
 * ECMA-376-4 §19.1.2.14, [MS-OE376] §2.1).
 *
 * <p>Commands are one or two letters; numbers and references may be left out between commas, where they count as 0.
 */
public final class VmlPath {

    /** Characters at most: scanned signatures drawn as one freeform reach tens of thousands. */
    public static final int LONGEST = 1 << 20;

    private static final String SINGLE = "mlcxetrv";

    private VmlPath() {}

    /** The same commands and numbers, white space as one space. */
    public static Optional<String> canonical(CharSequence text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        StringBuilder path = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = tokenEnd(text, i);
            if (end == i) {
                return Optional.empty();
            }
            if (Ascii.isSpace(text.charAt(i))) {
                path.append(path.isEmpty() || end == text.length() ? "" : " ");
            } else {
                path.append(text, i, end);
            }
            i = end;
        }
        return Optional.of(path.toString());
    }

    private static int tokenEnd(CharSequence text, int from) {
        char c = text.charAt(from);
        if (c == ',' || c == ';') {
            return from + 1;
        }
        if (Ascii.isSpace(c)) {
            int end = from;
            while (end < text.length() && Ascii.isSpace(text.charAt(end))) {
                end++;
            }
            return end;
        }
        return Ascii.isLetter(c) ? commandEnd(text, from) : VmlNumber.end(text, from);
    }

    private static int commandEnd(CharSequence text, int from) {
        char next = from + 1 < text.length() ? text.charAt(from + 1) : ' ';
        boolean pair =
                switch (text.charAt(from)) {
                    case 'a' -> "elrt".indexOf(next) >= 0;
                    case 'w' -> "ar".indexOf(next) >= 0;
                    case 'q' -> "xyb".indexOf(next) >= 0;
                    case 'n' -> "fs".indexOf(next) >= 0;
                    case 'h' -> next >= 'a' && next <= 'i';
                    default -> false;
                };
        if (pair) {
            return from + 2;
        }
        return SINGLE.indexOf(text.charAt(from)) >= 0 ? from + 1 : from;
    }
}
