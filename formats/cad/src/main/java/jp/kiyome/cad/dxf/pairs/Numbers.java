package jp.kiyome.cad.dxf.pairs;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as the text form writes them: one way for each value, and the value stays the same to the last bit. */
public final class Numbers {

    private static final Pattern REAL =
            Pattern.compile("[+-]?(?:\\d{1,400}\\.?\\d{0,400}|\\.\\d{1,400})(?:[eE][+-]?\\d{1,4})?");
    private static final Pattern WHOLE = Pattern.compile("([+-]?\\d{1,19})(?:\\.0*)?");
    private static final Pattern HANDLE = Pattern.compile("[0-9A-Fa-f]{1,16}");
    private static final Pattern CHUNK = Pattern.compile("(?:[0-9A-Fa-f]{2}){0,127}");

    private Numbers() {}

    /** The value of a code that holds no text; empty where it is none of its kind. */
    public static Optional<String> canonical(GroupKind kind, String text) {
        String bare = text.strip();
        return switch (kind) {
            case REAL -> real(bare);
            case SHORT -> whole(bare, Short.MIN_VALUE, 0xFFFF);
            case INT -> whole(bare, Integer.MIN_VALUE, 0xFFFF_FFFFL);
            case LONG -> whole(bare, Long.MIN_VALUE, Long.MAX_VALUE);
            case FLAG -> whole(bare, 0, 0xFF);
            case HANDLE ->
                HANDLE.matcher(bare).matches()
                        ? Optional.of(handle(Long.parseUnsignedLong(bare, 16)))
                        : Optional.empty();
            case CHUNK -> CHUNK.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
            case TEXT -> throw new IllegalArgumentException("text is no number");
        };
    }

    private static Optional<String> real(String text) {
        if (!REAL.matcher(text).matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? Optional.of(written(value)) : Optional.empty();
    }

    /** Digits that give this double again: without an exponent where that is short. Not finite ones come as Java has them. */
    public static String written(double value) {
        String text = Double.toString(value);
        int mark = text.indexOf('E');
        if (mark < 0 || Math.abs(Integer.parseInt(text.substring(mark + 1))) > 15) {
            return text;
        }
        String plain = new BigDecimal(text).toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    /** Some programs write whole numbers with a point and zeros behind it. */
    private static Optional<String> whole(String text, long least, long most) {
        var found = WHOLE.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            long value = Long.parseLong(found.group(1));
            return value < least || value > most ? Optional.empty() : Optional.of(Long.toString(value));
        } catch (NumberFormatException tooLong) {
            return Optional.empty();
        }
    }

    public static String handle(long handle) {
        return Long.toHexString(handle).toUpperCase(Locale.ROOT);
    }

    /** Of a canonical handle. */
    public static long handle(String text) {
        return Long.parseUnsignedLong(text, 16);
    }
}
