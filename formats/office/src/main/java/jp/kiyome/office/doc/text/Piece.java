package jp.kiyome.office.doc.text;

import java.util.List;
import jp.kiyome.office.doc.sprm.Sprm;

/**
 * A stretch of text and where in the stream it stands ([MS-DOC] 2.9.177).
 *
 * @param from the first place
 * @param to behind the last place
 * @param offset bytes from the beginning of the stream
 * @param unit bytes a character: 1 or 2
 * @param sprms what a fast save has put on all of it
 */
record Piece(int from, int to, long offset, int unit, List<Sprm> sprms) {

    long end() {
        return offset + (long) (to - from) * unit;
    }

    /** The place of a byte, at most the piece's last. */
    int place(long at) {
        return (int) Math.min(to, from + (at - offset) / unit);
    }
}
