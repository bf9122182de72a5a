package jp.kiyome.archive.cab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/** Which bytes of a file belong to something. Not thread-safe. */
final class Extents {

    private record Extent(long from, long to) {}

    private final List<Extent> claimed = new ArrayList<>();
    private final String code;

    /** @param code of refusals */
    Extents(String code) {
        this.code = code;
    }

    /** The bytes before {@code to} from {@code from} on are somebody's. */
    void claim(long from, long to) {
        if (to > from) {
            claimed.add(new Extent(from, to));
        }
    }

    /**
     * Refused when a byte was claimed twice or lies behind {@code size}.
     *
     * @return bytes before {@code size} that nobody claimed
     */
    long check(long size) {
        claimed.sort(Comparator.comparingLong(Extent::from));
        long end = 0;
        long gaps = 0;
        for (Extent extent : claimed) {
            if (extent.from < end || extent.to > size) {
                throw Refusal.of(code, Location.wholeFile(), "parts overlap at " + extent.from);
            }
            gaps += extent.from - end;
            end = extent.to;
        }
        return gaps + size - end;
    }
}
