package jp.kiyome.core.finding;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of finding, by its code in the findings catalogue, for example {@code macro.vba}.
 *
 * @param code area and name, lower case, joined by dots; every code in use stands in a {@code findings.tsv}
 */
public record FindingKind(String code) implements Comparable<FindingKind> {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");

    public FindingKind {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a finding code: " + Untrusted.of(code));
        }
    }

    public static FindingKind of(String code) {
        return new FindingKind(code);
    }

    /** The part of the code before its first dot, for example {@code macro}. */
    public String area() {
        return code.substring(0, code.indexOf('.'));
    }

    @Override
    public int compareTo(FindingKind other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }

    // Written out: the equals and hashCode of a record link call sites anew in each process.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FindingKind that && code.equals(that.code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }
}
