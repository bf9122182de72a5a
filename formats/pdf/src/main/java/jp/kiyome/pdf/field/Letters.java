package jp.kiyome.pdf.field;

import java.nio.charset.Charset;
import java.util.stream.IntStream;

/** Widths of letters, in parts of the font's size: Helvetica's, and those of a Japanese font. Stateless. */
final class Letters {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** From the space to the tilde, in thousandths. */
    private static final int[] HELVETICA = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
                556,
        556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
                833,
        722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
                556,
        556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
                334,
        260, 334, 584
    };

    private static final int OTHER_LATIN = 556;
    private static final int FULL = 1000;
    private static final boolean[] LATIN = new boolean[0x10000];

    static {
        var encoder = WINDOWS.newEncoder();
        IntStream.range(' ', LATIN.length).forEach(c -> LATIN[c] = encoder.canEncode((char) c));
    }

    private Letters() {}

    static boolean latin(int letter) {
        return letter < LATIN.length && LATIN[letter];
    }

    static double width(String text) {
        return text.codePoints().map(Letters::thousandths).sum() / 1000.0;
    }

    private static int thousandths(int letter) {
        if (letter >= ' ' && letter <= '~') {
            return HELVETICA[letter - ' '];
        }
        boolean half = letter >= 0xFF61 && letter <= 0xFF9F;
        return latin(letter) ? OTHER_LATIN : half ? FULL / 2 : FULL;
    }
}
