package jp.kiyome.image.stream;

import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;

/** Findings about what is no longer in a picture. Stateless. */
public final class Removed {

    private Removed() {}

    /**
     * For what is gone.
     *
     * @param code as in {@code findings.tsv}; {@code place} in words of ours: a structure's name and its offset
     */
    public static Finding from(String code, String place) {
        return Finding.of(code, Action.REMOVED, Location.wholeFile().at(place));
    }

    /** For what comes out in another way that looks the same. */
    public static Finding changed(String code, String place) {
        return Finding.of(code, Action.CHANGED, Location.wholeFile().at(place));
    }
}
