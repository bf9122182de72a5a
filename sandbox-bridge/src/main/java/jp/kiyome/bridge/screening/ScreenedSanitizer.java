package jp.kiyome.bridge.screening;

import java.util.Optional;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.bridge.verdict.Envelope;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Ending;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.text.Ascii;

/**
 * A sanitizer where nothing can wait: what is to be held does not come out, and the reason says that it would have been held.
 * Files named {@code .eml} are asked about as mails.
 */
public record ScreenedSanitizer(Screening screening, Sanitizer inner) implements Sanitizer {

    /** The code of the reason of what would have been held. */
    public static final String HELD = "verdict.held";

    @Override
    public Outcome sanitize(Job job) {
        boolean mail = Ascii.lower(job.name().unescaped()).endsWith(".eml");
        Screened screened = screening.of(job, mail ? Optional.of(Envelope.unknown()) : Optional.empty(), inner);
        boolean held = screened.action() == Action.HOLD
                && screened.outcome() instanceof Outcome.Rebuilt
                && !screening.approves(HELD);
        return held
                ? Outcome.without(screened.outcome().report().ended(new Ending(Verdict.BLOCKED, reason())))
                : screened.outcome();
    }

    @Override
    public Outcome refuseUnread(Untrusted name, Finding reason) {
        return inner.refuseUnread(name, reason);
    }

    private static Finding reason() {
        return Finding.of(HELD, jp.kiyome.core.finding.Action.HELD, Location.wholeFile());
    }
}
