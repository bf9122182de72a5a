package jp.kiyome.bridge.hashlist;

import java.util.List;
import jp.kiyome.core.finding.Untrusted;

/** A list of hashes that cannot be used. */
public final class HashListInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Line> lines;

    /**
     * One wrong line.
     *
     * @param number from 1
     */
    public record Line(int number, Untrusted text) {}

    HashListInvalid(List<Line> lines) {
        super("not 64 hex digits: " + lines, null, false, false);
        this.lines = List.copyOf(lines);
    }

    /** At least one, in order; a hundred at most. */
    public List<Line> lines() {
        return lines;
    }
}
