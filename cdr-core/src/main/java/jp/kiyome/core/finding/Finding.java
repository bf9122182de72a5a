package jp.kiyome.core.finding;

/**
 * One thing noticed in a file. Equal things at one place are one finding with a count.
 *
 * @param kind what it is
 * @param action what was done about it
 * @param where the part and the place inside it
 * @param detail what stood there, where that helps (a link's target, a font's name); may be empty
 * @param count how often it stood there, at least 1
 */
public record Finding(FindingKind kind, Action action, Location where, Untrusted detail, long count) {

    public Finding {
        if (count < 1) {
            throw new IllegalArgumentException("a finding that was not found: " + count);
        }
    }

    public static Finding of(String code, Action action, Location where) {
        return new Finding(FindingKind.of(code), action, where, Untrusted.nothing(), 1);
    }

    public static Finding of(String code, Action action, Location where, String detail) {
        return new Finding(FindingKind.of(code), action, where, Untrusted.of(detail), 1);
    }
}
