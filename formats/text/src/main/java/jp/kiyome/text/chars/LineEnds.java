package jp.kiyome.text.chars;

/**
 * How the lines of a text end. Ends stay as they are, mixed ones too, but for a CR by itself where other ends are used: a
 * terminal writes the next line over the one before.
 *
 * @param usual CR LF, LF or CR, whichever is the most frequent; LF where there is none
 */
public record LineEnds(String usual) {

    public static final LineEnds LF = new LineEnds("\n");

    /** Whether a CR by itself is the usual end. */
    public boolean returnsAlone() {
        return usual.equals("\r");
    }
}
