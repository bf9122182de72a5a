package jp.kiyome.testcorpus.picture;

/**
 * How alike two pictures are: mean structural similarity (Wang, Bovik, Sheikh, Simoncelli, 2004) over windows of eight by eight
 * pixels, four apart, with the usual constants for eight-bit grey.
 */
public final class Similarity {

    private static final int WINDOW = 8;
    private static final int STEP = 4;
    private static final double C1 = Math.pow(0.01 * 255, 2);
    private static final double C2 = Math.pow(0.03 * 255, 2);

    private Similarity() {}

    /** 1 for equal pictures, 0 for other sizes; rows of grey values from 0 to 255. */
    public static double of(int[][] a, int[][] b) {
        if (a.length != b.length || a.length == 0 || a[0].length != b[0].length) {
            return 0;
        }
        double sum = 0;
        int windows = 0;
        for (int y = 0; y + WINDOW <= a.length; y += STEP) {
            for (int x = 0; x + WINDOW <= a[0].length; x += STEP) {
                sum += window(a, b, x, y);
                windows++;
            }
        }
        return windows == 0 ? 1 : sum / windows;
    }

    private static double window(int[][] a, int[][] b, int left, int top) {
        double sumA = 0;
        double sumB = 0;
        double squaresA = 0;
        double squaresB = 0;
        double products = 0;
        for (int y = top; y < top + WINDOW; y++) {
            for (int x = left; x < left + WINDOW; x++) {
                int p = a[y][x];
                int q = b[y][x];
                sumA += p;
                sumB += q;
                squaresA += p * p;
                squaresB += q * q;
                products += p * q;
            }
        }
        double n = WINDOW * WINDOW;
        double meanA = sumA / n;
        double meanB = sumB / n;
        double varianceA = (squaresA - n * meanA * meanA) / (n - 1);
        double varianceB = (squaresB - n * meanB * meanB) / (n - 1);
        double covariance = (products - n * meanA * meanB) / (n - 1);
        return (2 * meanA * meanB + C1)
                * (2 * covariance + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
    }
}
