package jp.kiyome.mail.authentication.dns;

import java.time.Duration;

/** A moment after which nothing is waited for any more. Immutable. */
public final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    public boolean isOver() {
        return end - System.nanoTime() <= 0;
    }
}
