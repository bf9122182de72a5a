package jp.kiyome.quarantine.item;

import java.util.regex.Pattern;
import jp.kiyome.core.finding.Untrusted;

/**
 * A part of an organisation with officers of its own, for example a department.
 *
 * @param name letters of any script, digits, spaces and {@code . _ / -}, 64 at most; empty where there are no groups
 */
public record Group(String name) {

    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N} ._/-]{0,64}");

    /** The whole organisation. */
    public static final Group WHOLE = new Group("");

    public Group {
        if (!SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException("not a group: " + Untrusted.of(name));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
