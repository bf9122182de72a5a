package jp.kiyome.pdf.filter;

import java.io.IOException;
import java.io.InputStream;

/** Told what is wrong with the data of streams. */
public interface StreamTrouble {

    /** Data ends early or makes no sense; what was decoded until then counts. */
    void damaged();

    /** Something stands behind the end of coded data or of samples, where no reader looks. */
    void slack();

    /**
     * Tells of slack where more is left than the end of a line that writers put before {@code endstream} and count.
     *
     * @param left bytes behind the coded data
     */
    default void behind(InputStream left) throws IOException {
        int ends = 0;
        int c = left.read();
        while ((c == '\r' || c == '\n') && ends < 2) {
            ends++;
            c = left.read();
        }
        if (c >= 0) {
            slack();
        }
    }
}
