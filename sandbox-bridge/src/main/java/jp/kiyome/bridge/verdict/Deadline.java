package jp.kiyome.bridge.verdict;

import java.time.Duration;

/**
 * A moment by which an answer must be there; the machine's clock may jump meanwhile.
 *
 * @param nanoTime on the scale of {@link System#nanoTime}
 */
public record Deadline(long nanoTime) {

    private static final Duration LONGEST = Duration.ofDays(30);

    public static Deadline in(Duration time) {
        Duration bounded = time.compareTo(LONGEST) > 0 ? LONGEST : time;
        return new Deadline(System.nanoTime() + bounded.toNanos());
    }

    /** What is left, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    public boolean passed() {
        return nanoTime - System.nanoTime() <= 0;
    }

    /** The earlier of this one and one in some time. */
    public Deadline within(Duration time) {
        Deadline other = in(time);
        return other.nanoTime - nanoTime < 0 ? other : this;
    }

    /**
     * Goes on only while there is time.
     *
     * @throws Unanswered with {@link WhyNotScanned#TIME_OUT}
     */
    public void demand() {
        if (passed()) {
            throw new Unanswered(WhyNotScanned.TIME_OUT, "deadline passed");
        }
    }
}
