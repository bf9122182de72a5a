package jp.kiyome.archive.cab;

/**
 * A piece of a folder ([MS-CAB] 2.5, CFDATA).
 *
 * @param at where its bytes begin in the file
 * @param packedSize bytes there
 * @param size bytes unpacked, at most {@link #LARGEST}
 * @param checksum of it; 0 where none was made
 */
record DataBlock(long at, int packedSize, int size, int checksum) {

    /** Bytes that a piece unpacks to, at most; all but the last of a packed folder unpack to as many. */
    static final int LARGEST = 1 << 15;

    /** Bytes of a piece packed, at most. */
    static final int LARGEST_PACKED = LARGEST + 6144;
}
