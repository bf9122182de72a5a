package jp.kiyome.office.formula;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last verdicts, one for each of a fixed number of slots: columns of equal formulas are judged once. What is forgotten is
 * judged again, with the same result.
 */
final class VerdictCache {

    private static final int SLOTS = 1024;

    /** Longer texts are rarely repeated and cost more to keep than to read. */
    private static final int LONGEST = 256;

    private final @Nullable String[] texts = new @Nullable String[SLOTS];
    private final @Nullable FormulaVerdict[] verdicts = new @Nullable FormulaVerdict[SLOTS];

    Optional<FormulaVerdict> find(String text) {
        int slot = slot(text);
        return text.equals(texts[slot]) ? Optional.ofNullable(verdicts[slot]) : Optional.empty();
    }

    void keep(String text, FormulaVerdict verdict) {
        if (text.length() <= LONGEST) {
            int slot = slot(text);
            texts[slot] = text;
            verdicts[slot] = verdict;
        }
    }

    private static int slot(String text) {
        int hash = text.hashCode();
        return (hash ^ (hash >>> 16)) & (SLOTS - 1);
    }
}
