package jp.kiyome.container.zip;

/** Where a member lies in the file. */
interface Placed {

    /** As reports call it. */
    String name();

    /** From its local header to the end of its data or data descriptor. */
    Span whole();

    /** Its bytes alone. */
    Span data();
}
