package jp.kiyome.quarantine.item;

import java.util.Locale;
import jp.kiyome.core.finding.Untrusted;

/**
 * Who does something.
 *
 * @param name of the account or the program, 1 to 128 printable characters
 */
public record Actor(Kind kind, String name) {

    /** What somebody is. */
    public enum Kind {
        PERSON,
        SERVICE
    }

    public Actor {
        if (name.isEmpty()
                || name.length() > 128
                || !Untrusted.of(name).toString().equals(name)) {
            throw new IllegalArgumentException("not a name: " + Untrusted.of(name));
        }
    }

    public static Actor person(String name) {
        return new Actor(Kind.PERSON, name);
    }

    public static Actor service(String name) {
        return new Actor(Kind.SERVICE, name);
    }

    /** What {@link #toString} wrote. */
    public static Actor parse(String written) {
        int colon = written.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not an actor: " + Untrusted.of(written));
        }
        return new Actor(
                Kind.valueOf(written.substring(0, colon).toUpperCase(Locale.ROOT)), written.substring(colon + 1));
    }

    /** For example {@code person:suzuki} or {@code service:mail-gateway}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
    }
}
