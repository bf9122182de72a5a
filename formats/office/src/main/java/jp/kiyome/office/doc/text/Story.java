package jp.kiyome.office.doc.text;

/** The texts that follow each other in a document, in their order ([MS-DOC] 2.3). */
public enum Story {
    MAIN(3),
    FOOTNOTES(4),
    HEADERS(5),
    COMMENTS(7),
    ENDNOTES(8),
    BOXES(9),
    HEADER_BOXES(10);

    private final int field;

    Story(int field) {
        this.field = field;
    }

    /** Which number of FibRgLw97 says how long it is ([MS-DOC] 2.5.4). */
    public int field() {
        return field;
    }
}
