package jp.kiyome.bridge.policy;

import java.time.Duration;
import java.util.List;
import jp.kiyome.bridge.cache.CacheAges;
import jp.kiyome.bridge.verdict.VerdictSource;

/**
 * What the section {@code verdicts} says.
 *
 * @param sources whom to ask, in the order of the file
 * @param time in which all that answer at once have to
 * @param patience with verdicts that come later
 * @param originals whether files are asked about as they came
 * @param outputs whether rebuilt files are asked about too
 * @param addresses whether web addresses that were found in files are
 */
public record VerdictPolicy(
        List<Named> sources,
        VerdictRules rules,
        CacheAges ages,
        Duration time,
        Duration patience,
        boolean originals,
        boolean outputs,
        boolean addresses) {

    /** A source that is not made yet. */
    public interface Named {

        String name();

        VerdictSource open();
    }

    public VerdictPolicy {
        sources = List.copyOf(sources);
    }

    /** Nobody is asked. */
    public static VerdictPolicy nobody() {
        return new VerdictPolicy(
                List.of(),
                VerdictRules.usual(),
                CacheAges.usual(),
                Duration.ofMinutes(2),
                Duration.ofMinutes(30),
                true,
                false,
                false);
    }
}
