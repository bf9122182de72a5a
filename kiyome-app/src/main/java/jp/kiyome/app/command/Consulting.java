package jp.kiyome.app.command;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.bridge.screening.Screened;
import jp.kiyome.bridge.screening.Screening;
import jp.kiyome.bridge.screening.Statement;
import jp.kiyome.bridge.verdict.Envelope;
import jp.kiyome.bridge.verdict.SourceVersion;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Advice;
import jp.kiyome.quarantine.item.Assessment;
import jp.kiyome.quarantine.item.Opinion;
import jp.kiyome.quarantine.reprocess.work.Consultation;

/** What sources say of items of a store, in the store's words. Apart from {@link Sources}, for files are sanitized without a store too. Stateless. */
final class Consulting {

    private Consulting() {}

    static Consultation of(Optional<Screening> screening, InstantSource clock) {
        return screening
                .<Consultation>map(one -> (origin, job, sanitizer) -> {
                    Screened screened = one.of(job, envelope(origin), sanitizer);
                    return new Consultation.Consulted(screened.outcome(), advice(screened, clock));
                })
                .orElseGet(Consultation::withNobody);
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
            Optional<SourceVersion> version = statement.opinion().version();
            assessments.add(new Assessment(
                    statement.opinion().source(),
                    version.map(SourceVersion::text).orElse(""),
                    version.flatMap(SourceVersion::signatures),
                    statement.sha256(),
                    opinion(statement),
                    clock.instant()));
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
}
