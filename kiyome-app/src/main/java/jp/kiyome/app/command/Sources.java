package jp.kiyome.app.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.kiyome.bridge.asking.Verdicts;
import jp.kiyome.bridge.cache.MemoryCache;
import jp.kiyome.bridge.cache.VerdictCache;
import jp.kiyome.bridge.policy.VerdictPolicy;
import jp.kiyome.bridge.screening.ScreenedSanitizer;
import jp.kiyome.bridge.screening.Screening;
import jp.kiyome.bridge.verdict.LaterSource;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.mail.relay.Later;
import jp.kiyome.quarantine.reprocess.work.Consultation;

/** The sources that a policy wants asked about files on their way, open while a call runs. Threads may share it. */
final class Sources implements AutoCloseable {

    private static final int MOST_KEPT = 10_000;

    private final Optional<Verdicts> verdicts;
    private final Optional<Screening> screening;
    private final Optional<Later> later;

    private Sources(Optional<Verdicts> verdicts, Optional<Screening> screening, Optional<Later> later) {
        this.verdicts = verdicts;
        this.screening = screening;
        this.later = later;
    }

    static Sources of(Workshop.Chosen chosen) {
        return of(chosen, ThreatListener.none());
    }

    /** @param listener told of every threat that one of them names */
    static Sources of(Workshop.Chosen chosen, ThreatListener listener) {
        VerdictPolicy asked = chosen.verdicts();
        boolean anything = asked.originals() || asked.outputs() || asked.addresses();
        if (asked.sources().isEmpty() || !anything) {
            return new Sources(Optional.empty(), Optional.empty(), Optional.empty());
        }
        InstantSource clock = InstantSource.system();
        VerdictCache cache = new MemoryCache(asked.ages(), MOST_KEPT, clock);
        Verdicts waiting = Verdicts.waiting(asked, Optional.of(cache), listener);
        Optional<Later> later = waiting.sources().stream().anyMatch(LaterSource.class::isInstance)
                ? Optional.of(later(chosen, waiting, cache, listener))
                : Optional.empty();
        return new Sources(Optional.of(waiting), Optional.of(new Screening(waiting, asked, chosen.policy())), later);
    }

    /** The same sources, of which those that answer later are not waited for. */
    private static Later later(Workshop.Chosen chosen, Verdicts waiting, VerdictCache cache, ThreatListener listener) {
        VerdictPolicy asked = chosen.verdicts();
        Verdicts atOnce = new Verdicts(waiting.sources(), Optional.of(cache), asked.time(), listener);
        return new Later(new Screening(atOnce, asked, chosen.policy()), waiting.sources(), asked, listener);
    }

    /** All of them; they stay this one's. */
    List<VerdictSource> all() {
        return verdicts.map(Verdicts::sources).orElse(List.of());
    }

    /** Whose answers a mail may wait for; empty where all answer at once. */
    Optional<Later> later() {
        return later;
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
