package jp.kiyome.image.icc;

import jp.kiyome.image.stream.Bytes;

/**
 * Evaluates a curve element that was checked before (ICC.1:2022 10.6, 10.18).
 *
 * @param element of type curv or para
 */
record ToneCurve(Bytes element) {

    double at(double x) {
        return element.at(0) == 'c' ? sampled(x) : parametric(x);
    }

    private double sampled(double x) {
        int count = u16(10);
        if (count == 0) {
            return x;
        }
        if (count == 1) {
            return Math.pow(x, u16(12) / 256.0);
        }
        double place = x * (count - 1);
        int below = Math.min(count - 2, (int) place);
        double left = u16(12 + 2 * below);
        double right = u16(14 + 2 * below);
        return (left + (right - left) * (place - below)) / 65535;
    }

    /** Table 68: Y = (aX + b)^g + e from d on, cX + f below. */
    private double parametric(double x) {
        int function = u16(8);
        double g = parameter(0);
        if (function == 0) {
            return Math.pow(x, g);
        }
        double a = parameter(1);
        double b = parameter(2);
        double c = function == 2 ? 0 : function >= 3 ? parameter(3) : 0;
        double d = function >= 3 ? parameter(4) : -b / a;
        double e = function == 2 ? parameter(3) : function == 4 ? parameter(5) : 0;
        double f = function == 2 ? parameter(3) : function == 4 ? parameter(6) : 0;
        return x >= d ? Math.pow(a * x + b, g) + e : c * x + f;
    }

    private double parameter(int index) {
        return fixed(element, 12 + 4 * index);
    }

    private int u16(int at) {
        return element.at(at) << 8 | element.at(at + 1);
    }

    /** s15Fixed16Number, 4.6. */
    static double fixed(Bytes element, int at) {
        int bits = element.at(at) << 24 | element.at(at + 1) << 16 | element.at(at + 2) << 8 | element.at(at + 3);
        return bits / 65536.0;
    }
}
