package jp.kiyome.approval.chain;

import java.time.Duration;

/**
 * How long a step may take.
 *
 * @param time for each step; once it is over deputies may decide too, for as long again
 * @param before the deadline who is to decide is reminded; less than the time
 * @param end what becomes of a request that deputies have not decided on either
 */
public record Patience(Duration time, Duration before, End end) {

    /** What the last deadline ends with. */
    public enum End {
        /** It goes on waiting. */
        STAYS,
        /** It lapses; whoever asked may ask anew. */
        LAPSES
    }

    public Patience {
        if (before.isNegative() || before.compareTo(time) >= 0) {
            throw new IllegalArgumentException("a reminder before there is anything to be reminded of");
        }
    }

    String written() {
        return time.toSeconds() + " " + before.toSeconds() + " " + end;
    }

    static Patience read(String line) {
        String[] words = line.split(" ", -1);
        return new Patience(
                Duration.ofSeconds(Long.parseLong(words[0])),
                Duration.ofSeconds(Long.parseLong(words[1])),
                End.valueOf(words[2]));
    }
}
