package jp.kiyome.bridge.verdict;

/** Ends an exchange with a source: there is no verdict. Becomes {@link Verdict.NotScanned} at the source's edge. */
public final class Unanswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final WhyNotScanned why;

    /** @param detail for logs; may hold words of the other side */
    public Unanswered(WhyNotScanned why, String detail) {
        super(detail, null, false, false);
        this.why = why;
    }

    public WhyNotScanned why() {
        return why;
    }

    public Verdict verdict() {
        return Verdict.notScanned(why, String.valueOf(getMessage()));
    }
}
