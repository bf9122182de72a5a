package jp.kiyome.office.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word of a layout: {@code u8 u16 i16 u32 i32} are numbers, {@code skip8 skip16 skip32} numbers without a meaning; behind them
 * {@code {0..3}} lists the values that may stand there or {@code &0x0F} the bits, {@code [4]} says how many, {@code [*]} that they
 * go on to the end. {@code u16/5{0..16}/3/8-} is several numbers in the bits of one, the lowest first: how many bits, with what may stand
 * in them; those with {@code -} mean nothing; {@code /nil} behind allows all bits set, too. Immutable; threads may share it.
 *
 * @param width bytes of one number
 * @param signed whether the sign of a number of two bytes counts
 * @param count how many; {@link #TO_THE_END} for all that are left
 */
public record Field(int width, boolean signed, Values values, int count) {

    public static final int TO_THE_END = -1;

    private static final Pattern WORD =
            Pattern.compile("([a-z]+[0-9]*)(?:\\{([^}]*)\\})?(?:&(0x[0-9A-Fa-f]+))?(?:\\[([0-9*]+)\\])?");

    private static final Pattern PART = Pattern.compile("([0-9]+)(?:\\{([^}]*)\\}|(-))?");

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
        String[] bits = word.split("/", 2);
        Matcher parts = WORD.matcher(bits[0]);
        Integer width = parts.matches() ? WIDTHS.get(parts.group(1)) : null;
        if (width == null) {
            throw new IllegalStateException("no field: " + word);
        }
        String times = parts.group(4);
        int count = times == null ? 1 : times.equals("*") ? TO_THE_END : Integer.parseInt(times);
        Values values = bits.length == 1 ? values(parts) : split(width * 8, bits[1]);
        return new Field(width, word.startsWith("i"), values, count);
    }

    private static Values split(int width, String words) {
        List<Values.Split.Part> parts = new ArrayList<>();
        boolean nil = words.endsWith("/nil");
        for (String word : (nil ? words.substring(0, words.length() - 4) : words).split("/", -1)) {
            Matcher part = PART.matcher(word);
            if (!part.matches()) {
                throw new IllegalStateException("no bits: " + words);
            }
            Values values = part.group(2) != null
                    ? Values.parse(part.group(2))
                    : part.group(3) != null ? new Values.Ignored() : Values.any();
            parts.add(new Values.Split.Part(Integer.parseInt(part.group(1)), values));
        }
        return new Values.Split(width, parts, nil);
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
