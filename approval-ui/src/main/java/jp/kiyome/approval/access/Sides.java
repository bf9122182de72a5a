package jp.kiyome.approval.access;

/**
 * Which door serves what, where there are two.
 *
 * @param approvals where they are made: {@link Served#BOTH}, {@link Served#INTERNET} or {@link Served#LGWAN}
 * @param originals where they are handed out, likewise
 */
public record Sides(Served approvals, Served originals) {

    public Sides {
        insistPlain(approvals);
        insistPlain(originals);
    }

    /** Approvals at both; an original never crosses by us. */
    public static Sides usual() {
        return new Sides(Served.BOTH, Served.INTERNET);
    }

    private static void insistPlain(Served served) {
        switch (served) {
            case BOTH, INTERNET, LGWAN -> {}
            case APPROVALS, ORIGINALS -> throw new IllegalArgumentException(served + " is to be said");
        }
    }

    /** Whether a page is at a door. */
    public boolean serves(Served served, Side side) {
        return switch (side) {
            case WHOLE -> true;
            case INTERNET, LGWAN ->
                switch (served) {
                    case BOTH -> true;
                    case INTERNET -> side == Side.INTERNET;
                    case LGWAN -> side == Side.LGWAN;
                    case APPROVALS -> serves(approvals, side);
                    case ORIGINALS -> serves(originals, side);
                };
        };
    }
}
