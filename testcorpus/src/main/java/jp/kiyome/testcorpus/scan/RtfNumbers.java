package jp.kiyome.testcorpus.scan;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of an RTF file that readers have gone wrong about: counts of overrides, sizes, arrays of shapes. One file, once. */
final class RtfNumbers {

    /** Lists that say how many elements they have ([MS-ODRAW] 2.2.51, in words). */
    private static final Pattern ARRAY = Pattern.compile(
            "\\\\sn (?:pVertices|pSegmentInfo|pGuides|pWrapPolygonVertices)\\}\\s*\\{\\\\sv ([^}]*)\\}");

    private static final Set<String> COUNTS = Set.of("0", "1", "9");
    private static final Set<String> MEASURES = Set.of(
            "picw", "pich", "picwgoal", "pichgoal", "cellx", "pgwsxn", "shpleft", "shptop", "shpright", "shpbottom");
    private static final int FURTHEST = 1 << 17;

    private final Check.Found found;
    private int levels;
    private int overrides;

    RtfNumbers(Check.Found found) {
        this.found = found;
    }

    /** Takes the next word and its number, in the order of the file. */
    void word(String name, String number) {
        switch (name) {
            case "list" -> levels = 0;
            case "listlevel" -> check(++levels <= 9, "level " + levels + " of a list");
            case "listoverride" -> overrides = 0;
            case "listoverridecount" -> {
                check(COUNTS.contains(number), name + number);
                overrides = COUNTS.contains(number) ? Integer.parseInt(number) : 0;
            }
            case "lfolevel" -> {
                levels = 0;
                check(overrides-- > 0, "more levels than the override says");
            }
            default ->
                check(
                        !MEASURES.contains(name) || number.isEmpty() || Math.abs(Long.parseLong(number)) < FURTHEST,
                        name + number);
        }
    }

    private void check(boolean right, String what) {
        if (!right) {
            found.vector("rtf", what);
        }
    }

    static void arrays(String text, Check.Found found) {
        Matcher array = ARRAY.matcher(text);
        while (array.find()) {
            String[] parts = array.group(1).split(";", 0);
            boolean right = parts.length >= 2
                    && parts[1].equals(Integer.toString(parts.length - 2))
                    && Set.of("2", "4", "8", "16", "36").contains(parts[0]);
            if (!right) {
                found.vector("rtf", "array " + array.group(1));
            }
        }
    }
}
