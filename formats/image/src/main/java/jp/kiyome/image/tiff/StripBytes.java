package jp.kiyome.image.tiff;

/** The decompressed bytes of one strip or tile, in order. Not for sharing. */
interface StripBytes extends AutoCloseable {

    /** Fills {@code length} bytes, always a row at a time; throws when there are not so many. */
    void read(byte[] into, int from, int length);

    @Override
    default void close() {}
}
