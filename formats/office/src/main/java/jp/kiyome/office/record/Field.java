package jp.kiyome.office.record;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word of a layout: {@code u8 u16 i16 u32 i32} are numbers, {@code skip8 skip16 skip32} numbers without a meaning; behind them
 * {@code {0..3}} lists the values that may stand there or {@code &0x0F} the bits, {@code [4]} says how many, {@code [*]} that they
 * go on to the end. Immutable; threads may share it.
 *
 * @param width bytes of one number
 * @param signed whether the sign of a number of two bytes counts
 * @param count how many; {@link #TO_THE_END} for all that are left
 */
public record Field(int width, boolean signed, Values values, int count) {

    public static final int TO_THE_END = -1;

    private static final Pattern WORD =
            Pattern.compile("([a-z]+[0-9]*)(?:\\{([^}]*)\\})?(?:&(0x[0-9A-Fa-f]+))?(?:\\[([0-9*]+)\\])?");

    private static final Map<String, Integer> WIDTHS = Map.ofEntries(
            Map.entry("u8", 1),
            Map.entry("u16", 2),
            Map.entry("i16", 2),
            Map.entry("u32", 4),
            Map.entry("i32", 4),
            Map.entry("skip8", 1),
            Map.entry("skip16", 2),
            Map.entry("skip32", 4));

    /** Reads a word. */
    public static Field parse(String word) {
        Matcher parts = WORD.matcher(word);
        Integer width = parts.matches() ? WIDTHS.get(parts.group(1)) : null;
        if (width == null) {
            throw new IllegalStateException("no field: " + word);
        }
        String times = parts.group(4);
        int count = times == null ? 1 : times.equals("*") ? TO_THE_END : Integer.parseInt(times);
        return new Field(width, word.startsWith("i"), values(parts), count);
    }

    private static Values values(Matcher parts) {
        if (parts.group(1).startsWith("skip")) {
            return new Values.Ignored();
        }
        String listed = parts.group(2);
        String mask = parts.group(3);
        if (listed != null) {
            return Values.parse(listed);
        }
        return mask == null ? Values.any() : new Values.Bits((int) Long.parseLong(mask.substring(2), 16));
    }

    /** Copies the field's numbers; the reader refuses where one may not stand there. Returns whether some bits were lost. */
    boolean copy(NumberReader in, NumberWriter out) {
        int times = count == TO_THE_END ? in.remaining() / width : count;
        boolean lost = false;
        if (in.has(times, width)) {
            for (int i = 0; i < times; i++) {
                int value = read(in);
                if (!values.allows(value)) {
                    in.refuse();
                    return lost;
                }
                lost |= values.written(value) != value;
                out.number(width, values.written(value));
            }
        }
        return lost;
    }

    private int read(NumberReader in) {
        int value = in.number(width);
        return signed && width == 2 ? (short) value : value;
    }
}
