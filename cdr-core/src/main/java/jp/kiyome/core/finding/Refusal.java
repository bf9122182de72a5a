package jp.kiyome.core.finding;

/**
 * Thrown to refuse a file: it ends as <i>blocked</i> with this reason. Nobody but the engine (for the file) or the handler
 * that asked for a nested file (for its place in the outer one) catches it.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public Refusal(Finding finding) {
        super(finding.kind() + " " + finding.where() + " " + finding.detail(), null, false, false);
        this.finding = finding;
    }

    public static Refusal of(String code, Location where, String detail) {
        return new Refusal(Finding.of(code, Action.BLOCKED, where, detail));
    }

    public static Refusal of(String code, String detail) {
        return of(code, Location.wholeFile(), detail);
    }

    /** Holds the file until somebody has approved what the code stands for; see {@code Policy.approves}. */
    public static Refusal untilApproved(String code) {
        return new Refusal(Finding.of(code, Action.HELD, Location.wholeFile(), ""));
    }

    /** Why: its action is {@link Action#BLOCKED} or {@link Action#HELD}. */
    public Finding finding() {
        return finding;
    }
}
