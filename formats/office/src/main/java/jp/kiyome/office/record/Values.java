package jp.kiyome.office.record;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which numbers may stand in a field. Immutable; threads may share it. */
public sealed interface Values {

    /** Every number. */
    static Values any() {
        return new Any();
    }

    /** Every number. */
    record Any() implements Values {}

    /** The field means nothing and is written as zero. */
    record Ignored() implements Values {}

    /** Only these bits mean something; the others are written as zero. */
    record Bits(int mask) implements Values {}

    /** Numbers from one to another, both among them. */
    record Range(long least, long most) implements Values {}

    /** Only these. */
    record Listed(Set<Integer> values) implements Values {

        public Listed {
            values = Set.copyOf(values);
        }
    }

    /**
     * Several numbers in the bits of one, the lowest bits first.
     *
     * @param width bits of all together
     * @param nil whether all bits set stands for none, whatever the parts say
     */
    record Split(int width, List<Part> parts, boolean nil) implements Values {

        /** Some bits of a number, and what they may say. */
        public record Part(int bits, Values values) {}

        public Split {
            parts = List.copyOf(parts);
            int bits = parts.stream().mapToInt(Part::bits).sum();
            if (bits != width) {
                throw new IllegalStateException(bits + " bits of " + width);
            }
        }

        private boolean none(int value) {
            return nil && value == -1 >>> 32 - width;
        }

        private boolean fits(int value) {
            int at = 0;
            for (Part part : parts) {
                if (!part.values.allows(bits(value, at, part.bits))) {
                    return false;
                }
                at += part.bits;
            }
            return true;
        }

        private int joined(int value) {
            int at = 0;
            int joined = 0;
            for (Part part : parts) {
                joined |= part.values.written(bits(value, at, part.bits)) << at;
                at += part.bits;
            }
            return joined;
        }

        private static int bits(int value, int at, int count) {
            return value >>> at & -1 >>> 32 - count;
        }
    }

    /** Reads {@code 1..4} or {@code 0,2,5..7}, decimal or with {@code 0x}. */
    static Values parse(String list) {
        String[] parts = list.split(",", -1);
        if (parts.length == 1 && list.contains("..")) {
            String[] ends = list.split("\\.\\.", -1);
            return new Range(Long.decode(ends[0]), Long.decode(ends[1]));
        }
        Set<Integer> values = new HashSet<>();
        for (String part : parts) {
            String[] ends = part.split("\\.\\.", -1);
            for (long value = Long.decode(ends[0]); value <= Long.decode(ends[ends.length - 1]); value++) {
                values.add((int) value);
            }
        }
        return new Listed(values);
    }

    /** Whether a number may stand there; bits that mean nothing do not keep it from that. */
    default boolean allows(int value) {
        return switch (this) {
            case Any any -> true;
            case Ignored ignored -> true;
            case Bits bits -> true;
            case Range range -> value >= range.least && value <= range.most;
            case Listed listed -> listed.values.contains(value);
            case Split split -> split.none(value) || split.fits(value);
        };
    }

    /** What is written for a number that is allowed. */
    default int written(int value) {
        return switch (this) {
            case Any any -> value;
            case Ignored ignored -> 0;
            case Bits bits -> value & bits.mask;
            case Range range -> value;
            case Listed listed -> value;
            case Split split -> split.none(value) ? value : split.joined(value);
        };
    }
}
