package jp.kiyome.core.charset;

/** Bytes that are not of the encoding they are read in. */
public final class MalformedText extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Encoding encoding;
    private final long offset;

    public MalformedText(Encoding encoding, long offset) {
        super("not " + encoding.label() + " at byte " + offset, null, false, false);
        this.encoding = encoding;
        this.offset = offset;
    }

    public Encoding encoding() {
        return encoding;
    }

    /** Of the byte that could not be read, from the start of the text; its length where the text ends too early. */
    public long offset() {
        return offset;
    }
}
