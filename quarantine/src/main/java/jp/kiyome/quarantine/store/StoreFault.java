package jp.kiyome.quarantine.store;

/**
 * Something in a store that is not as it must be.
 *
 * @param what the blob or the item
 */
public record StoreFault(Kind kind, String what) {

    /** What is wrong. */
    public enum Kind {
        /** A row whose file is gone. */
        FILE_MISSING,
        /** A file that is cut off or was changed. */
        FILE_DAMAGED,
        /** A file whose bytes are authentic, but of another hash than its row says. */
        OTHER_CONTENT,
        /** A key that does not open. */
        KEY_REFUSED,
        /** A blob that no item uses. */
        UNUSED,
        /** An item that is kept, without its original. */
        NO_ORIGINAL,
        /** An item that was rebuilt, without its output. */
        NO_OUTPUT,
        /** An item in the trail that has no row. */
        ITEM_LOST,
        /** An item whose state is another than the trail's last. */
        WRONG_STATE
    }

    @Override
    public String toString() {
        return kind + " " + what;
    }
}
