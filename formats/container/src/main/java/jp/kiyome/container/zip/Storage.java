package jp.kiyome.container.zip;

/** How a member's bytes stand in the archive (APPNOTE 4.4.5). No other method is read or written. */
public enum Storage {
    /** As they are. */
    STORED(0),
    /** As a deflate stream (RFC 1951). */
    DEFLATED(8);

    private final int method;

    Storage(int method) {
        this.method = method;
    }

    /** The number that stands for it in headers. */
    public int method() {
        return method;
    }
}
