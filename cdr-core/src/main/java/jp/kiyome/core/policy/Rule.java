package jp.kiyome.core.policy;

import java.util.Locale;

/** What a policy says of a type or of a kind of finding. */
public enum Rule {
    /** Of a type: files of it are rebuilt. */
    ALLOW,
    /** Of a finding: what was found is mended, and the file goes on. */
    REMOVE,
    /** Of a finding: the file does not come out before somebody has approved it; then it is mended as by {@link #REMOVE}. */
    HOLD,
    /** The file does not come out. */
    BLOCK;

    /** As policy files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
