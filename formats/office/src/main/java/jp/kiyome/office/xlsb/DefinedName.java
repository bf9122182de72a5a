package jp.kiyome.office.xlsb;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kiyome.office.formula.Functions;
import jp.kiyome.office.value.Visible;
import jp.kiyome.office.xls.biff.RecordInput;

/**
 * A defined name as it was read ([MS-XLSB] BrtName).
 *
 * @param sheet the sheet that it belongs to; -1 for the workbook
 * @param comment what people wrote about it
 */
// Nobody compares two of these.
@SuppressWarnings("ArrayRecordComponent")
record DefinedName(int flags, String name, int sheet, byte[] tokens, byte[] extra, Optional<String> comment) {

    static final int HIDDEN = 0x01;
    static final int FUNCTION = 0x02;
    static final int VISUAL_BASIC = 0x04;
    static final int PROCEDURE = 0x08;
    static final int COMPLEX = 0x10;
    static final int BUILT_IN = 0x20;
    static final int FUTURE = 0x20000;
    private static final int MACRO = FUNCTION | VISUAL_BASIC | PROCEDURE;
    private static final int LONGEST = 255;

    /** Names that Excel gives: lists for filters, print areas and titles; with what some versions write in front. */
    private static final Set<String> KEPT_BUILT_IN = Set.of(
            "consolidate_area", "database", "extract", "print_area", "print_titles", "criteria", "_filterdatabase");

    private static final String PREFIX = "_xlnm.";
    private static final String NEWER = "_xlfn.";

    /** Names that run by themselves when they stand for macros; Excel accepts a suffix. */
    private static final Pattern AUTOMATIC = Pattern.compile("(?i)(_xlnm\\.)?auto_(open|close|activate|deactivate).*");

    /** Reads one; what is none has no name, and keeps its number. */
    static DefinedName read(RecordInput in) {
        int flags = in.i32();
        in.u8();
        int sheet = in.i32();
        String name = Texts.read(in);
        byte[] tokens = in.bytes(in.i32());
        byte[] extra = in.bytes(in.i32());
        Optional<String> comment = Texts.readNullable(in);
        if ((flags & PROCEDURE) != 0) {
            for (int i = 0; i < 4; i++) {
                Texts.readNullable(in);
            }
        }
        if (!in.ok() || name.length() > LONGEST) {
            return new DefinedName(0, "", -1, new byte[0], new byte[0], Optional.empty());
        }
        return new DefinedName(flags, name, sheet, tokens, extra, comment);
    }

    boolean builtIn() {
        return (flags & BUILT_IN) != 0;
    }

    /** Whether it stands for a function without a number, which formulas call by name. */
    boolean isFunction() {
        return !builtIn() && startsWith(NEWER) && Functions.calculates(name);
    }

    private boolean startsWith(String start) {
        return name.regionMatches(true, 0, start, 0, start.length());
    }

    /** Why it cannot stay whatever its formula is: a kind of finding. */
    Optional<String> refused() {
        if (isFunction()) {
            return Optional.empty();
        }
        if (AUTOMATIC.matcher(name).matches()) {
            return Optional.of("macro.xlm");
        }
        if (builtIn() || startsWith(PREFIX)) {
            String bare = startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
            boolean known = KEPT_BUILT_IN.contains(bare.toLowerCase(java.util.Locale.ROOT));
            return known ? Optional.empty() : Optional.of("macro.xlm");
        }
        if ((flags & VISUAL_BASIC) != 0) {
            return Optional.of("macro.vba");
        }
        if ((flags & MACRO) != 0 || startsWith(NEWER)) {
            return Optional.of("macro.xlm");
        }
        return name.isEmpty() || !Visible.all(name) ? Optional.of("xlsb.name") : Optional.empty();
    }
}
