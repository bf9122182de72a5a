package jp.kiyome.office.xlsb;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a record may stand, and what begins with it, as {@code records.allow} writes it.
 *
 * @param inside names of what it may stand in
 * @param opens the name of what begins with it; empty when nothing does
 * @param end the record that ends it
 * @param count where in its data it says how many stand inside; -1 when it does not
 * @param optional goes when nothing is inside
 * @param whole goes when one of those inside goes
 * @param fixed others name those inside by their numbers, so none of them can go
 * @param aside what it stands in does not count it
 */
record Place(
        Set<String> inside,
        String opens,
        int end,
        int count,
        boolean optional,
        boolean whole,
        boolean fixed,
        boolean aside) {

    /** Everywhere. */
    private static final String ANYWHERE = "*";

    private static final Pattern FORM =
            Pattern.compile("([a-z0-9,*-]+)(?:>([a-z0-9-]+)/(0x[0-9A-F]+)(?::(\\d+))?([?!=~]*))?");

    private static final Map<String, Place> READ = new ConcurrentHashMap<>();

    static Place of(String text) {
        return READ.computeIfAbsent(text, Place::read);
    }

    private static Place read(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("no place: " + text);
        }
        String flags = parts.group(5) == null ? "" : parts.group(5);
        return new Place(
                Set.of(parts.group(1).split(",", -1)),
                parts.group(2) == null ? "" : parts.group(2),
                parts.group(3) == null ? -1 : Integer.decode(parts.group(3)),
                parts.group(4) == null ? -1 : Integer.parseInt(parts.group(4)),
                flags.contains("?"),
                flags.contains("!"),
                flags.contains("="),
                flags.contains("~"));
    }

    boolean allows(String where) {
        return inside.contains(where) || inside.contains(ANYWHERE);
    }
}
