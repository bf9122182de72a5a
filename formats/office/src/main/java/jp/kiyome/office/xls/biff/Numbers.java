package jp.kiyome.office.xls.biff;

import java.util.List;

/**
 * Numbers of one width.
 *
 * @param width bytes of each: 1, 2, 4; 8 for real numbers
 * @param each how many make one unit
 * @param count how many units
 * @param name under which fields behind it find the number; empty for none
 */
record Numbers<F>(int width, int each, Count count, Domain domain, String name) implements Field<F> {

    /** So many, or as many as the number of this name says. */
    record Count(int fixed, String name) {
        int of(RecordInput in) {
            return name.isEmpty() ? fixed : in.named(name);
        }
    }

    /** A range of values, both ends in it. */
    record Range(long least, long most) {}

    /** What values may stand there. */
    sealed interface Domain {

        /** Any. */
        record Free() implements Domain {}

        /** A real number that is finite. */
        record Real() implements Domain {}

        /** No meaning: written as zero. */
        record Ignored() implements Domain {}

        /** A constant, whatever stood there. */
        record Always(int value) implements Domain {}

        /** These bits; others are written as zero. */
        record Mask(int bits) implements Domain {}

        /** These values; with another the record goes. */
        record Listed(List<Range> ranges) implements Domain {}
    }

    @Override
    public void copy(RecordInput in, RecordOutput out, F file) {
        long all = (long) each * count.of(in);
        if (!in.has(all, width)) {
            return;
        }
        for (long i = 0; i < all && in.ok(); i++) {
            one(in, out);
        }
    }

    private void one(RecordInput in, RecordOutput out) {
        if (width == 8) {
            long bits = in.i64();
            if (domain instanceof Domain.Real && !Double.isFinite(Double.longBitsToDouble(bits))) {
                in.refuse();
            }
            out.i64(bits);
            return;
        }
        int value = in.number(width);
        int kept = judged(value, in);
        if (kept != value) {
            in.alter();
        }
        out.number(kept, width);
        if (!name.isEmpty()) {
            in.name(name, kept);
        }
    }

    private int judged(int value, RecordInput in) {
        return switch (domain) {
            case Domain.Free free -> value;
            case Domain.Real real -> value;
            case Domain.Ignored ignored -> 0;
            case Domain.Always(int constant) -> constant;
            case Domain.Mask(int bits) -> value & bits;
            case Domain.Listed(List<Range> ranges) -> {
                boolean listed = false;
                for (Range range : ranges) {
                    listed |= value >= range.least && value <= range.most;
                }
                if (!listed) {
                    in.refuse();
                }
                yield value;
            }
        };
    }
}
