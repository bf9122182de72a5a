package jp.kiyome.app.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import jp.kiyome.bridge.asking.Verdicts;
import jp.kiyome.bridge.cache.MemoryCache;
import jp.kiyome.bridge.policy.VerdictPolicy;
import jp.kiyome.bridge.screening.ScreenedSanitizer;
import jp.kiyome.bridge.screening.Screening;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.quarantine.reprocess.work.Consultation;

/** The sources that a policy wants asked about files on their way, open while a call runs. Threads may share it. */
final class Sources implements AutoCloseable {

    private static final int MOST_KEPT = 10_000;

    private final Optional<Verdicts> verdicts;
    private final Optional<Screening> screening;

    private Sources(Optional<Verdicts> verdicts, Optional<Screening> screening) {
        this.verdicts = verdicts;
        this.screening = screening;
    }

    static Sources of(Workshop.Chosen chosen) {
        return of(chosen, ThreatListener.none());
    }

    /** @param listener told of every threat that one of them names */
    static Sources of(Workshop.Chosen chosen, ThreatListener listener) {
        VerdictPolicy asked = chosen.verdicts();
        boolean anything = asked.originals() || asked.outputs() || asked.addresses();
        if (asked.sources().isEmpty() || !anything) {
            return new Sources(Optional.empty(), Optional.empty());
        }
        InstantSource clock = InstantSource.system();
        Verdicts verdicts =
                Verdicts.waiting(asked, Optional.of(new MemoryCache(asked.ages(), MOST_KEPT, clock)), listener);
        return new Sources(Optional.of(verdicts), Optional.of(new Screening(verdicts, asked, chosen.policy())));
    }

    /** For files that nothing can hold. */
    Sanitizer around(Sanitizer sanitizer) {
        return screening
                .<Sanitizer>map(one -> new ScreenedSanitizer(one, sanitizer))
                .orElse(sanitizer);
    }

    /** For items of a store. */
    Consultation consultation(InstantSource clock) {
        return Consulting.of(screening, clock);
    }

    /** What the answers about one file may take: about its original, its output, and its addresses at once. */
    Duration longest(VerdictPolicy asked) {
        return screening.isEmpty()
                ? Duration.ZERO
                : asked.time().plus(asked.patience()).multipliedBy(3);
    }

    @Override
    public void close() {
        verdicts.ifPresent(Verdicts::close);
    }
}
