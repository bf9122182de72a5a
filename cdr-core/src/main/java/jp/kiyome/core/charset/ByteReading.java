package jp.kiyome.core.charset;

/** Turns bytes into characters, one byte at a time. */
interface ByteReading {

    /** More bytes are needed, or the byte said nothing but how to read on. */
    int PENDING = -1;

    /** The bytes since the last character, this one included, are none. The reading goes on with the next byte. */
    int MALFORMED = -2;

    /** The bytes since the last character are none; this byte is to be given again. */
    int MALFORMED_BEFORE = -3;

    /** A code point, or one of the constants. */
    int accept(int value);

    /** Whether the text may not end here. */
    boolean pending();
}
