package jp.kiyome.core.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the {@link Limits} while one top-level file is worked on. Every nested file spends from the same budget.
 * Each method throws {@link LimitReached} when its limit is passed; ask before allocating.
 *
 * <p>Not thread-safe, except {@link #cancel}.
 */
public final class Budget {

    private static final int TIME_CHECK_BYTES = 1 << 18;

    private final Limits limits;
    private final long decodedAllowed;
    private final long start;
    private final AtomicBoolean cancelled;
    private @Nullable LimitReached reached;
    private long decoded;
    private long sinceTimeCheck;
    private long entries;
    private long pixels;
    private int depth;

    /** @param inputBytes size of the top-level file, from which the ratio is counted */
    public Budget(Limits limits, long inputBytes) {
        this(limits, inputBytes, System.nanoTime(), new AtomicBoolean());
    }

    private Budget(Limits limits, long inputBytes, long start, AtomicBoolean cancelled) {
        this.limits = limits;
        this.start = start;
        this.cancelled = cancelled;
        if (inputBytes > limits.inputBytes()) {
            throw new LimitReached("input-bytes", limits.inputBytes());
        }
        long byRatio = Math.max(limits.ratioGrace(), Math.multiplyExact(inputBytes, (long) limits.ratio()));
        this.decodedAllowed = Math.min(limits.decodedBytes(), byRatio);
    }

    public Limits limits() {
        return limits;
    }

    /** Spends bytes that came out of a decoder, or are about to. */
    public void decode(long bytes) {
        decoded = Math.addExact(decoded, bytes);
        if (decoded > decodedAllowed) {
            boolean byRatio = decodedAllowed < limits.decodedBytes();
            throw reached(byRatio ? "ratio" : "decoded-bytes", byRatio ? limits.ratio() : decodedAllowed);
        }
        sinceTimeCheck += bytes;
        if (sinceTimeCheck >= TIME_CHECK_BYTES) {
            sinceTimeCheck = 0;
            checkTime();
        }
    }

    /** Spends members, parts or records. */
    public void entries(long count) {
        entries = Math.addExact(entries, count);
        if (entries > limits.entries()) {
            throw reached("entries", limits.entries());
        }
        checkTime();
    }

    /** Spends the pixels of one image or frame; asked before anything is allocated for it. */
    public void pixels(long width, long height) {
        long count = Math.multiplyExact(width, height);
        if (count > limits.imagePixels()) {
            throw reached("image-pixels", limits.imagePixels());
        }
        pixels = Math.addExact(pixels, count);
        if (pixels > limits.pixels()) {
            throw reached("pixels", limits.pixels());
        }
        checkTime();
    }

    /** Goes one file deeper; the caller leaves again with {@link #leave}. */
    public void enter() {
        if (depth >= limits.depth()) {
            throw reached("depth", limits.depth());
        }
        depth++;
    }

    public void leave() {
        depth--;
    }

    /** For loops that decode nothing. Cheap enough for every few thousand steps. */
    public void checkTime() {
        if (cancelled.get() || System.nanoTime() - start > limits.time().toNanos()) {
            throw reached("time", limits.time().toSeconds());
        }
    }

    /**
     * Throws the first limit that was passed, if any was: whoever caught it did not mend it, and what came after is half a
     * result.
     */
    public void insistKept() {
        LimitReached first = reached;
        if (first != null) {
            throw first;
        }
    }

    private LimitReached reached(String name, long limit) {
        LimitReached now = new LimitReached(name, limit);
        reached = reached == null ? now : reached;
        return now;
    }

    /** Ends the work at its next check, from any thread. */
    public void cancel() {
        cancelled.set(true);
    }

    /** How long the work has taken. */
    public Duration spent() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** What was spent so far. */
    public Spent soFar() {
        return new Spent(decoded, entries, pixels);
    }

    /** A budget of the same limits and on the same clock, for a look at something that will be read once more. */
    public Budget again(long inputBytes) {
        return new Budget(limits, Math.min(inputBytes, limits.inputBytes()), start, cancelled);
    }

    /** A budget of the same limits for reading an output again; one that is larger than an input may be is read too. */
    public static Budget forOutput(Limits limits, long outputBytes) {
        return new Budget(limits, Math.min(outputBytes, limits.inputBytes()));
    }
}
