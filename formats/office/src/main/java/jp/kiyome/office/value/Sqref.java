package jp.kiyome.office.value;

import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/** A list of ranges, separated by one space each (ECMA-376-1 §18.18.76 ST_Sqref). */
public final class Sqref {

    /** Characters at most: conditional formats that were split by years of insertions grow long. */
    public static final int LONGEST = 1 << 20;

    private Sqref() {}

    public static Optional<String> canonical(CharSequence text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        StringBuilder list = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            if (Ascii.isSpace(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i;
            while (end < text.length() && !Ascii.isSpace(text.charAt(end))) {
                end++;
            }
            Optional<String> range = CellRange.canonical(text.subSequence(i, end));
            if (range.isEmpty()) {
                return Optional.empty();
            }
            list.append(list.isEmpty() ? "" : " ").append(range.get());
            i = end;
        }
        return list.isEmpty() ? Optional.empty() : Optional.of(list.toString());
    }
}
