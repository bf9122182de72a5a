package jp.kiyome.core.limit;

import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/** A limit of the budget was reached. It ends the whole top-level file, wherever in the tree it happened. */
public final class LimitReached extends Refusal {

    private static final long serialVersionUID = 1L;

    /**
     * XML whose elements are nested deeper than allowed; its reader counts the depth itself.
     *
     * @param allowed elements inside elements
     */
    public static LimitReached xmlDepth(int allowed) {
        return new LimitReached("xml-depth", allowed);
    }

    LimitReached(String limit, long allowed) {
        super(Finding.of("limit." + limit, Action.BLOCKED, Location.wholeFile(), Long.toString(allowed)));
    }
}
