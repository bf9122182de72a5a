package jp.kiyome.office.doc.text;

import java.util.List;

/**
 * Text and formats of all stories.
 *
 * @param text one character a place; no one changes it
 * @param runs ascending, up to the last place
 * @param paragraphs likewise
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
public record Body(char[] text, Lengths lengths, List<Run> runs, List<Paragraph> paragraphs) {

    /** The run that a place lies in. */
    public Run runAt(int place) {
        int low = 0;
        int high = runs.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runs.get(middle).to() > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return runs.get(low);
    }
}
