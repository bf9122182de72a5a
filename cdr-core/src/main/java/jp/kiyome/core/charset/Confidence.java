package jp.kiyome.core.charset;

/** How sure the finding of a charset is. */
public enum Confidence {
    /** A byte order mark, nothing but ASCII, or much text that reads as text in one encoding alone. */
    CERTAIN,
    /** One encoding gives text by far more usual than the others do. */
    LIKELY,
    /** Another encoding gives text about as usual, or none gives usual text. */
    AMBIGUOUS
}
