package jp.kiyome.core.charset;

/** What becomes of bytes that are no character. */
@FunctionalInterface
public interface OnMalformed {

    /** Refuses the text. */
    OnMalformed REFUSE = (encoding, offset) -> {
        throw new MalformedText(encoding, offset);
    };

    /**
     * Is told of one place. Where it returns, U+FFFD stands for the bytes.
     *
     * @param offset of the byte at which it was noticed, from the start of the text
     */
    void at(Encoding encoding, long offset);
}
