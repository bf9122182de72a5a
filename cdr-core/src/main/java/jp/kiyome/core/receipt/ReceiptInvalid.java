package jp.kiyome.core.receipt;

/** Not a receipt that this version could have written, or not one to trust. */
public final class ReceiptInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a receipt proves nothing. */
    public enum Why {
        /** Not exactly the bytes that {@link SignedReceipt} writes: altered, doubled, continued, or of another form. */
        MALFORMED,
        /** Signed with a key that is not among the trusted ones. */
        UNKNOWN_KEY,
        /** The signature is not that key's for this receipt. */
        WRONG_SIGNATURE,
        /** The receipt is for other bytes than the file's. */
        OTHER_FILE
    }

    private final Why why;

    ReceiptInvalid(Why why) {
        super(why.toString(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
