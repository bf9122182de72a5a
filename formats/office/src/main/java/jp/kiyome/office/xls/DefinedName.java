package jp.kiyome.office.xls;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.value.Visible;
import jp.kiyome.office.xls.biff.RecordInput;

/**
 * A defined name as it was read ([MS-XLS] 2.4.150 Lbl).
 *
 * @param sheet the sheet that it belongs to, counted from 1; 0 for the workbook
 * @param extra stands at what the tokens have behind them
 */
// Nobody compares two of these.
@SuppressWarnings("ArrayRecordComponent")
record DefinedName(int flags, String name, int sheet, byte[] tokens, byte[] extra) {

    static final int HIDDEN = 0x01;
    static final int FUNCTION = 0x02;
    static final int VISUAL_BASIC = 0x04;
    static final int PROCEDURE = 0x08;
    static final int COMPLEX = 0x10;
    static final int BUILT_IN = 0x20;

    private static final int MACRO = FUNCTION | VISUAL_BASIC | PROCEDURE;

    /** Names that Excel gives, by their number: lists for filters, print areas and titles (2.5.66). */
    private static final Set<Integer> KEPT_BUILT_IN = Set.of(3, 4, 5, 6, 7, 12, 13);

    /** Names that run by themselves when they stand for macros; Excel accepts a suffix. */
    private static final Pattern AUTOMATIC = Pattern.compile("(?i)(_xlnm\\.)?auto_(open|close|activate|deactivate).*");

    static DefinedName read(RecordInput in) {
        int flags = in.u16();
        in.u8();
        int length = in.u8();
        int size = in.u16();
        in.u16();
        int sheet = in.u16();
        in.bytes(4);
        String name = in.string(length);
        byte[] tokens = in.bytes(size);
        if (!in.ok()) {
            throw Refusal.of("xls.name", name);
        }
        return new DefinedName(flags, name, sheet, tokens, in.rest());
    }

    boolean builtIn() {
        return (flags & BUILT_IN) != 0;
    }

    /** Whether it stands for a function newer than the format, which formulas call by name. */
    boolean isFunction() {
        return !builtIn() && name.startsWith("_xlfn.") && !SupBook.allowed(name).isEmpty();
    }

    /** Why it cannot stay whatever its formula is: a kind of finding. */
    Optional<String> refused() {
        if (builtIn()) {
            boolean known = name.length() == 1 && KEPT_BUILT_IN.contains((int) name.charAt(0));
            return known ? Optional.empty() : Optional.of("macro.reference");
        }
        if (isFunction()) {
            return Optional.empty();
        }
        if ((flags & MACRO) != 0 || AUTOMATIC.matcher(name).matches() || name.startsWith("_xlfn.")) {
            return Optional.of("macro.reference");
        }
        return name.isEmpty() || !Visible.all(name) ? Optional.of("xls.name") : Optional.empty();
    }

    /** As a report shows it. */
    String shown() {
        return builtIn() ? "built-in " + (name.isEmpty() ? 0 : (int) name.charAt(0)) : name;
    }
}
