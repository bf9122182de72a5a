package jp.kiyome.bridge.asking;

import java.util.Optional;
import jp.kiyome.bridge.verdict.SourceVersion;
import jp.kiyome.bridge.verdict.Verdict;

/**
 * What one source said.
 *
 * @param kept whether it said so earlier, about the same bytes
 * @param version of the source, asked for before the verdict, which is of this one or a later; empty when it cannot be known
 */
public record Opinion(String source, Verdict verdict, boolean kept, Optional<SourceVersion> version) {

    /** Of something that has no version. */
    public Opinion(String source, Verdict verdict, boolean kept) {
        this(source, verdict, kept, Optional.empty());
    }
}
