package jp.kiyome.ichitaro.text;

import java.util.Arrays;

/**
 * A stretch of text.
 *
 * @param units of UTF-16, with controls and records among them
 * @param states the format of each unit
 * @param ended whether the list of formats says where it ends
 */
// Nobody compares two pieces.
@SuppressWarnings("ArrayRecordComponent")
record Piece(int[] units, CharState[] states, boolean ended) {

    /** The units from {@code from} on of a longer text that stay, as that text has them now. */
    Piece kept(int[] text, boolean[] keep, int from) {
        int[] left = new int[units.length];
        CharState[] formats = new CharState[units.length];
        int count = 0;
        for (int i = 0; i < units.length; i++) {
            if (keep[from + i]) {
                left[count] = text[from + i];
                formats[count++] = states[i];
            }
        }
        return new Piece(Arrays.copyOf(left, count), Arrays.copyOf(formats, count), ended);
    }

    /** With text in front of the mark of its end, or at its end, in the format that stands there. */
    Piece with(int[] more) {
        boolean marked = units.length > 0 && units[units.length - 1] == 0;
        int at = marked ? units.length - 1 : units.length;
        int[] text = new int[units.length + more.length];
        CharState[] formats = new CharState[text.length];
        System.arraycopy(units, 0, text, 0, at);
        System.arraycopy(states, 0, formats, 0, at);
        System.arraycopy(more, 0, text, at, more.length);
        Arrays.fill(formats, at, at + more.length, at == 0 ? CharState.PLAIN : states[at - 1]);
        System.arraycopy(units, at, text, at + more.length, units.length - at);
        System.arraycopy(states, at, formats, at + more.length, units.length - at);
        return new Piece(text, formats, ended);
    }
}
