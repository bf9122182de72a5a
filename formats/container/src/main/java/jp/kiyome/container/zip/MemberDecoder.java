package jp.kiyome.container.zip;

/** Turns the bytes of a member in the archive into those it stands for. */
sealed interface MemberDecoder permits StoredDecoder, DeflateDecoder, StreamDecoder {

    /** Decodes into {@code length} bytes at most, at least one; -1 at the end. */
    int decode(byte[] target, int offset, int length);

    /** Bytes of the archive's that no decoded byte came from. Asked at the end. */
    long unused();

    /** Nothing will be decoded any more. */
    void release();
}
