package jp.kiyome.image.icc;

import jp.kiyome.image.stream.Bytes;

/** Tells whether a profile's colours are those of sRGB (IEC 61966-2-1), whoever wrote it. Stateless. */
final class Srgb {

    /** The matrix columns adapted to D50, as the ICC publishes them for sRGB. */
    private static final double[][] COLUMNS = {
        {0.43607, 0.22249, 0.01392}, {0.38515, 0.71687, 0.09708}, {0.14307, 0.06061, 0.71410}
    };

    private static final double MATRIX_TOLERANCE = 0.002;
    private static final double CURVE_TOLERANCE = 0.003;
    private static final int SAMPLES = 64;

    private Srgb() {}

    static boolean matches(IccModel model) {
        if (model.space() != IccProfile.Space.RGB || model.has("A2B0")) {
            return false;
        }
        String[] channels = {"r", "g", "b"};
        for (int i = 0; i < 3; i++) {
            if (!column(model.element(channels[i] + "XYZ"), COLUMNS[i]) || !curve(model.element(channels[i] + "TRC"))) {
                return false;
            }
        }
        return true;
    }

    private static boolean column(Bytes element, double[] expected) {
        for (int i = 0; i < 3; i++) {
            if (differs(ToneCurve.fixed(element, 8 + 4 * i) - expected[i], MATRIX_TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    private static boolean curve(Bytes element) {
        ToneCurve curve = new ToneCurve(element);
        for (int i = 0; i <= SAMPLES; i++) {
            double x = (double) i / SAMPLES;
            double expected = x <= 0.04045 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4);
            if (differs(curve.at(x) - expected, CURVE_TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    /** Curves of a hostile file may give no number at all, which is no match either. */
    private static boolean differs(double difference, double tolerance) {
        return !(Math.abs(difference) <= tolerance);
    }
}
