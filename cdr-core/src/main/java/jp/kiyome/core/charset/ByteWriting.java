package jp.kiyome.core.charset;

/** Turns characters into bytes. */
interface ByteWriting {

    /** Writes a character; throws {@link UnencodableText} where there is no code. */
    void put(int codePoint);

    /** Ends the text: back to the first state where there are states. */
    default void end() {}
}
