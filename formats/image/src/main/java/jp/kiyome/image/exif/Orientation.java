package jp.kiyome.image.exif;

/**
 * How a picture is to be turned for looking at it (Exif 2.32 section 4.6.4 A, tag 0x0112).
 *
 * @param value 1 (upright) to 8
 */
public record Orientation(int value) {

    public static final Orientation UPRIGHT = new Orientation(1);

    public Orientation {
        if (value < 1 || value > 8) {
            throw new IllegalArgumentException("orientation " + value);
        }
    }

    public boolean upright() {
        return value == 1;
    }
}
