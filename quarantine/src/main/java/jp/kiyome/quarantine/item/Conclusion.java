package jp.kiyome.quarantine.item;

import jp.kiyome.core.report.Verdict;

/**
 * What processing an item came to.
 *
 * @param root what became of the item, part by part
 * @param engineVersion which Kiyome it was
 * @param policyHash which policy held
 * @param report the whole report as {@code docs/report.md} says
 * @param receipt the signed receipt as {@code SignedReceipt.bytes} gives it; empty when there is none
 */
public record Conclusion(Part root, String engineVersion, String policyHash, String report, String receipt) {

    /** The state that an item comes to by this. */
    public State state() {
        return state(root.verdict());
    }

    /** The state that an item comes to by a verdict. */
    public static State state(Verdict verdict) {
        return switch (verdict) {
            case REBUILT -> State.REBUILT;
            case BLOCKED -> State.BLOCKED;
            case LOCKED -> State.LOCKED;
            case FAILED -> State.FAILED;
        };
    }
}
