package jp.kiyome.office.ppt;

import java.util.List;

/** What records of text speak of by number: characters of the text that was read last, fonts, texts of the outline. Not thread-safe. */
final class TextState {

    /** Where the font is the one that stands there anyway. */
    private static final int NO_FONT = 0xFFFF;

    private int length = 1;
    private int fonts;
    private boolean strayFont;
    private List<Integer> outline = List.of();

    /** A new text begins. */
    void begin() {
        length = 1;
    }

    void text(int characters) {
        length = characters + 1;
    }

    /** One more font is kept. */
    void oneMoreFont() {
        fonts++;
    }

    boolean hasFonts() {
        return fonts > 0;
    }

    /** The number of a font, or the first where there is none of this number. */
    int font(int number) {
        boolean there = number < fonts || number == NO_FONT;
        strayFont |= !there;
        return there ? number : 0;
    }

    /** Whether such a number was met since this was asked last. */
    boolean strayFont() {
        boolean stray = strayFont;
        strayFont = false;
        return stray;
    }

    /** The texts of the page that is read next, in the list of slides: how many characters each has. */
    void outline(List<Integer> lengths) {
        outline = List.copyOf(lengths);
    }

    /** Goes on with a text of the outline; false where there is none of this number. */
    boolean outline(int number) {
        boolean there = number >= 0 && number < outline.size();
        if (there) {
            text(outline.get(number));
        }
        return there;
    }

    /** Characters, with the end that every text has. */
    int length() {
        return length;
    }
}
