package jp.kiyome.image.metafile;

import java.util.Set;

/**
 * Numbers of one kind, once or several times.
 *
 * @param bytes each
 * @param each numbers that one unit has: two for a point
 * @param count units
 * @param domain which values may stand there
 * @param name for other fields to refer to; may be empty
 */
record Numbers<F>(int bytes, int each, Count count, Domain domain, String name) implements Field<F> {

    /** How many: a number, or one that was read before under a name. */
    record Count(int fixed, String name) {
        long of(RecordDraft draft) {
            return name.isEmpty() ? fixed : Integer.toUnsignedLong(draft.first(name));
        }
    }

    /** What a value may be. */
    sealed interface Domain {

        /** Any. */
        record Free() implements Domain {}

        /** A floating-point number, IEEE 754 binary32, that is finite. */
        record Real() implements Domain {}

        /** One of these. */
        record Listed(Set<Integer> values) implements Domain {}

        /** Flags; others are cleared. */
        record Mask(int bits) implements Domain {}

        /** No meaning; written as zero. */
        record Ignored() implements Domain {}
    }

    @Override
    public void read(RecordInput in, RecordDraft draft, F file) {
        long units = count.of(draft);
        if (!in.has(units * each, bytes)) {
            return;
        }
        int[] values = new int[(int) units * each];
        for (int i = 0; i < values.length; i++) {
            values[i] = judged(in.number(bytes), in, draft);
        }
        draft.numbers(bytes, values);
        if (!name.isEmpty()) {
            draft.name(name, values);
        }
    }

    private int judged(int value, RecordInput in, RecordDraft draft) {
        return switch (domain) {
            case Domain.Free free -> value;
            case Domain.Real real -> {
                if (!Float.isFinite(Float.intBitsToFloat(value))) {
                    in.refuse("metafile.value");
                }
                yield value;
            }
            case Domain.Listed(Set<Integer> values) -> {
                if (!values.contains(value)) {
                    in.refuse("metafile.value");
                }
                yield value;
            }
            case Domain.Mask(int bits) -> {
                if ((value & ~bits) != 0) {
                    draft.undefined();
                }
                yield value & bits;
            }
            case Domain.Ignored ignored -> {
                if (value != 0) {
                    draft.undefined();
                }
                yield 0;
            }
        };
    }
}
