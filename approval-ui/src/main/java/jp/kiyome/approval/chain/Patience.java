package jp.kiyome.approval.chain;

import java.time.Duration;

/**
 * How long a step may take.
 *
 * @param span for each step; once it is over deputies may decide too, for as long again
 * @param end what becomes of a request that deputies have not decided on either
 */
public record Patience(Span span, End end) {

    /** What the last deadline ends with. */
    public enum End {
        /** It goes on waiting. */
        STAYS,
        /** It lapses; whoever asked may ask anew. */
        LAPSES
    }

    /** By the clock. */
    public Patience(Duration time, Duration before, End end) {
        this(new Span.Hours(time, before), end);
    }

    String written() {
        return span.written() + " " + end;
    }

    static Patience read(String line) {
        int end = line.lastIndexOf(' ');
        return new Patience(Span.read(line.substring(0, end)), End.valueOf(line.substring(end + 1)));
    }
}
