package jp.kiyome.core.policy.file;

import java.util.List;
import java.util.OptionalLong;
import jp.kiyome.core.limit.LimitName;

/** Reads and writes the values of limits: whole numbers with the unit's short name. */
final class Quantity {

    private record Scale(String suffix, long factor) {}

    private static final List<Scale> BYTES = List.of(
            new Scale("GiB", 1L << 30), new Scale("MiB", 1L << 20), new Scale("KiB", 1L << 10), new Scale("B", 1));
    private static final List<Scale> MILLISECONDS =
            List.of(new Scale("min", 60_000), new Scale("ms", 1), new Scale("s", 1_000));
    private static final List<Scale> COUNT = List.of(new Scale("", 1));

    /** Digits of the longest number that fits every unit. */
    private static final int MOST_DIGITS = 15;

    private Quantity() {}

    /** The value in the limit's unit; empty when the text is not a number with one of the unit's short names. */
    static OptionalLong read(LimitName.Unit unit, String text) {
        for (Scale scale : scales(unit)) {
            if (text.endsWith(scale.suffix)) {
                String digits = text.substring(0, text.length() - scale.suffix.length());
                return areDigits(digits)
                        ? OptionalLong.of(saturated(Long.parseLong(digits), scale.factor))
                        : OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    /** The value with the largest unit that leaves it whole. */
    static String write(LimitName.Unit unit, long value) {
        Scale best = new Scale("", 1);
        for (Scale scale : scales(unit)) {
            if (value % scale.factor == 0 && (scale.factor > best.factor || best.suffix.isEmpty())) {
                best = scale;
            }
        }
        return value / best.factor + best.suffix;
    }

    private static boolean areDigits(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static long saturated(long value, long factor) {
        return value > Long.MAX_VALUE / factor ? Long.MAX_VALUE : value * factor;
    }

    private static List<Scale> scales(LimitName.Unit unit) {
        return switch (unit) {
            case BYTES -> BYTES;
            case MILLISECONDS -> MILLISECONDS;
            case COUNT -> COUNT;
        };
    }
}
