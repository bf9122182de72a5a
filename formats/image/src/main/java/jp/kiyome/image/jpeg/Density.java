package jp.kiyome.image.jpeg;

/**
 * Pixels a unit of length (JFIF 1.02, APP0).
 *
 * @param unit 0: only the ratio counts, 1: inch, 2: centimetre
 * @param x horizontal, 1 to 65535
 * @param y vertical, 1 to 65535
 */
record Density(int unit, int x, int y) {

    static final Density UNKNOWN = new Density(0, 1, 1);

    boolean valid() {
        return unit >= 0 && unit <= 2 && x >= 1 && x <= 0xFFFF && y >= 1 && y <= 0xFFFF;
    }

    boolean absolute() {
        return unit != 0;
    }
}
