package jp.kiyome.cad.dxf.rules;

/** What is asked of a value; the words of {@code records.allow}. */
public enum Check {
    NUMBER,
    TEXT,
    NAME,
    LABEL,
    BLOCK,
    DRAWN,
    BARE,
    FONT,
    IMAGE,
    UNDERLAY,
    XREF,
    NONE,
    WORD,
    REF,
    NEED,
    LIST;

    /** Whether the value is a reference to a record by its handle. */
    public boolean reference() {
        return this == REF || this == NEED || this == LIST;
    }
}
