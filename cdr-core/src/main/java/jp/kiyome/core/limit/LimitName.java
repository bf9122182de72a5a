package jp.kiyome.core.limit;

import java.util.Locale;

/** The limits by name, with the range a policy may choose from. No range has an open end. */
public enum LimitName {
    INPUT_BYTES(Unit.BYTES, 1L << 10, 1L << 34),
    DECODED_BYTES(Unit.BYTES, 1L << 20, 1L << 36),
    RATIO(Unit.COUNT, 2, 10_000),
    RATIO_GRACE(Unit.BYTES, 1L << 10, 1L << 32),
    ENTRIES(Unit.COUNT, 1, 1_000_000),
    DEPTH(Unit.COUNT, 1, 32),
    PIXELS(Unit.COUNT, 1, 100_000_000_000L),
    IMAGE_PIXELS(Unit.COUNT, 1, 2_000_000_000L),
    XML_DEPTH(Unit.COUNT, 16, 1024),
    PASSWORD_HINTS(Unit.COUNT, 0, 1_000),
    TIME(Unit.MILLISECONDS, 1_000, 3_600_000);

    /** What a limit counts. */
    public enum Unit {
        BYTES,
        COUNT,
        MILLISECONDS
    }

    private final Unit unit;
    private final long least;
    private final long most;

    LimitName(Unit unit, long least, long most) {
        this.unit = unit;
        this.least = least;
        this.most = most;
    }

    /** As policy files and the codes of findings ({@code limit.…}) write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Unit unit() {
        return unit;
    }

    /** The least a policy may set, in {@link #unit}. */
    public long least() {
        return least;
    }

    /** The most a policy may set, in {@link #unit}. */
    public long most() {
        return most;
    }
}
