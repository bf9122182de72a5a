package jp.kiyome.text.chars;

/** Counts line ends, piece by piece. Not thread-safe. */
public final class LineEndCount {

    private long feeds;
    private long returns;
    private long both;
    private boolean afterReturn;

    public void accept(int unit) {
        if (unit == '\n') {
            if (afterReturn) {
                both++;
                returns--;
            } else {
                feeds++;
            }
        } else if (unit == '\r') {
            returns++;
        }
        afterReturn = unit == '\r';
    }

    /** CR by itself is the usual end only where there is no other. */
    public LineEnds usual() {
        if (returns > 0 && feeds == 0 && both == 0) {
            return new LineEnds("\r");
        }
        return both > feeds ? new LineEnds("\r\n") : LineEnds.LF;
    }
}
