package jp.kiyome.image.heif;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Bytes;

/** How the pictures of a file are coded. Implementations keep no state of a file. */
sealed interface Coding permits Hevc, Av1 {

    /** What items of this coding are called. */
    String item();

    /** The property that says how to decode. */
    String property();

    /** The brand of a file of such pictures. */
    String brand();

    /** The configuration as it is written, from what the file has. */
    Bytes configuration(ByteReader in, Session session, String place);

    /**
     * Copies the units of one coded picture that the list names.
     *
     * @param configuration the file's own, which says how its units are framed
     */
    void copy(Content units, ByteReader configuration, Sink out, Session session);
}
