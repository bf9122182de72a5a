package jp.kiyome.text.plain;

/**
 * How HTML becomes text.
 *
 * @param width columns of a line, a kanji counting as two; 0 for lines as long as they are
 * @param hidden what becomes of text that the page does not show
 */
public record TextLayout(int width, Hidden hidden) {

    /** The least that a line of Japanese can be broken at. */
    public static final int NARROWEST = 20;

    /** What the page does not show (display:none, no size, the colour of the ground). */
    public enum Hidden {
        DROPPED,
        /** Stands between 【非表示: and 】. */
        MARKED
    }

    public TextLayout {
        if (width != 0 && width < NARROWEST) {
            throw new IllegalArgumentException("narrower than " + NARROWEST + ": " + width);
        }
    }

    /** Long lines, nothing hidden. */
    public static TextLayout unbroken() {
        return new TextLayout(0, Hidden.DROPPED);
    }
}
