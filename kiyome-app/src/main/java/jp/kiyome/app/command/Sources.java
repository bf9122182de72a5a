package jp.kiyome.app.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.bridge.asking.Verdicts;
import jp.kiyome.bridge.cache.MemoryCache;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.bridge.policy.VerdictPolicy;
import jp.kiyome.bridge.screening.Screened;
import jp.kiyome.bridge.screening.ScreenedSanitizer;
import jp.kiyome.bridge.screening.Screening;
import jp.kiyome.bridge.screening.Statement;
import jp.kiyome.bridge.verdict.Envelope;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Advice;
import jp.kiyome.quarantine.item.Assessment;
import jp.kiyome.quarantine.item.Opinion;
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
        VerdictPolicy asked = chosen.verdicts();
        boolean anything = asked.originals() || asked.outputs() || asked.addresses();
        if (asked.sources().isEmpty() || !anything) {
            return new Sources(Optional.empty(), Optional.empty());
        }
        InstantSource clock = InstantSource.system();
        Verdicts verdicts = Verdicts.waiting(
                asked, Optional.of(new MemoryCache(asked.ages(), MOST_KEPT, clock)), ThreatListener.none());
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
        return screening
                .<Consultation>map(one -> (origin, job, sanitizer) -> {
                    Screened screened = one.of(job, envelope(origin), sanitizer);
                    return new Consultation.Consulted(screened.outcome(), advice(screened, clock));
                })
                .orElseGet(Consultation::withNobody);
    }

    /** What the answers about one file may take: about its original, its output, and its addresses at once. */
    Duration longest(VerdictPolicy asked) {
        return screening.isEmpty()
                ? Duration.ZERO
                : asked.time().plus(asked.patience()).multipliedBy(3);
    }

    private static Optional<Envelope> envelope(Consultation.Origin origin) {
        return switch (origin.kind()) {
            case MAIL ->
                Optional.of(new Envelope(
                        origin.sender().unescaped(),
                        origin.recipients().stream().map(Untrusted::unescaped).toList(),
                        "",
                        ""));
            case FILE -> Optional.empty();
        };
    }

    private static Advice advice(Screened screened, InstantSource clock) {
        List<Assessment> assessments = new ArrayList<>();
        for (Statement statement : screened.statements()) {
            assessments.add(new Assessment(
                    statement.opinion().source(), statement.sha256(), opinion(statement), clock.instant()));
        }
        return new Advice(screened.action() == Action.HOLD, assessments);
    }

    /** Of an address the words name it: it is no file of the item. */
    private static Opinion opinion(Statement statement) {
        String about =
                statement.address().isEmpty() ? "" : " " + statement.address().unescaped();
        return switch (statement.opinion().verdict()) {
            case Verdict.NothingFound nothing -> new Opinion.NothingFound();
            case Verdict.Threat threat -> new Opinion.Threat(threat.name().unescaped() + about);
            case Verdict.Suspicious suspicious -> {
                List<String> reasons = new ArrayList<>();
                suspicious.reasons().forEach(reason -> reasons.add(reason.unescaped()));
                if (!about.isEmpty()) {
                    reasons.add(about.strip());
                }
                yield new Opinion.Suspicious(suspicious.score(), reasons);
            }
            case Verdict.NotScanned unscanned ->
                new Opinion.NotScanned(
                        (unscanned.why().word() + " " + unscanned.detail().unescaped() + about).strip());
        };
    }

    @Override
    public void close() {
        verdicts.ifPresent(Verdicts::close);
    }
}
