package jp.kiyome.office.ppt;

/** The text that was read last, for the records behind it speak of its characters. Not thread-safe. */
final class TextState {

    private int length = 1;

    /** A new text begins. */
    void begin() {
        length = 1;
    }

    void text(int characters) {
        length = characters + 1;
    }

    /** Characters, with the end that every text has. */
    int length() {
        return length;
    }
}
