package jp.kiyome.core.finding;

/** What was done about a finding. */
public enum Action {
    /** It is not in the output. */
    REMOVED,
    /** Something harmless of the same look stands in its place. */
    REPLACED,
    /** It was written in another way that means the same. */
    CHANGED,
    /** It is in the output, and the policy wants it said. */
    KEPT,
    /** Because of it there is no output. */
    BLOCKED,
    /** Because of it there is no output before somebody has approved it. */
    HELD
}
