package jp.kiyome.pdf.cos;

/**
 * A number (ISO 32000-2, 7.3.3), exactly as its decimal digits say: {@code unscaled / 10^scale}. Whole numbers have the scale 0,
 * others no zero at the end, so that equal numbers are written alike.
 *
 * @param scale digits behind the point, 0 to {@link #MOST_DIGITS}
 */
public record Num(long unscaled, int scale) implements Cos {

    /** Digits behind the point that are kept; no reader shows more. */
    public static final int MOST_DIGITS = 9;

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    private static final long MOST = 999_999_999_999_999_999L;

    public Num {
        while (scale > 0 && unscaled % 10 == 0) {
            unscaled /= 10;
            scale--;
        }
    }

    public boolean whole() {
        return scale == 0;
    }

    public double value() {
        return unscaled / POWERS[scale];
    }

    /** The number nearest to a computed value, with six digits behind the point. */
    public static Num near(double value) {
        if (!(Math.abs(value) < 1e11)) {
            return new Num(0, 0);
        }
        return new Num(Math.round(value * 1e6), 6);
    }

    /** Collects the digits of a number as a lexer sees them. */
    static final class Builder {
        private long digits;
        private int scale;
        private boolean negative;
        private boolean point;

        void minus() {
            negative = true;
        }

        void point() {
            point = true;
        }

        boolean hasPoint() {
            return point;
        }

        void digit(int digit) {
            if (point && scale >= MOST_DIGITS) {
                return;
            }
            if (digits <= MOST / 10) {
                digits = digits * 10 + digit;
                scale += point ? 1 : 0;
            } else if (!point) {
                digits = MOST;
            }
        }

        Num build() {
            return new Num(negative ? -digits : digits, scale);
        }
    }
}
