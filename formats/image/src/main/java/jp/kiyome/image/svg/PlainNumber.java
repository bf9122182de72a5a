package jp.kiyome.image.svg;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/** The one way in which numbers are written: decimal, without exponent, as short as reads back the same. Stateless. */
final class PlainNumber {

    private static final double LARGEST = 1e15;
    private static final double SMALLEST = 1e-12;
    private static final int LONGEST = 64;

    private PlainNumber() {}

    /** Reads what a tokenizer took for a number; empty when it is none, or too large for any screen. */
    static OptionalDouble read(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !Character.isDigit(text.charAt(text.length() - 1))) {
            return text.endsWith(".") && text.length() > 1
                    ? read(text.substring(0, text.length() - 1))
                    : OptionalDouble.empty();
        }
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException notOne) {
            return OptionalDouble.empty();
        }
        return Math.abs(value) <= LARGEST ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    static String text(double value) {
        if (Math.abs(value) < SMALLEST) {
            return "0";
        }
        if (value == Math.rint(value)) {
            return Long.toString((long) value);
        }
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
