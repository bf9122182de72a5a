package jp.kiyome.bridge.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.bridge.pending.Ticket;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.bridge.verdict.Envelope;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Ending;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.text.Ascii;

/**
 * A sanitizer where nothing can wait: what is to be held does not come out, and the reason says that it would have been held.
 * Files named {@code .eml} are asked about as mails.
 *
 * @param envelope of the mails that it is given
 */
public record ScreenedSanitizer(Screening screening, Sanitizer inner, Envelope envelope) implements Sanitizer {

    /** The code of the reason of what would have been held. */
    public static final String HELD = "verdict.held";

    /** Of mails whose envelope nobody knows. */
    public ScreenedSanitizer(Screening screening, Sanitizer inner) {
        this(screening, inner, Envelope.unknown());
    }

    /** A sanitizer for one mail: where it asks others it tells them of the envelope; else it is the same. */
    public static Sanitizer about(Sanitizer sanitizer, Envelope envelope) {
        return sanitizer instanceof ScreenedSanitizer asking
                ? new ScreenedSanitizer(asking.screening(), asking.inner(), envelope)
                : sanitizer;
    }

    @Override
    public Outcome sanitize(Job job) {
        return decided(screened(job));
    }

    /**
     * What came of a file, and what it waits for.
     *
     * @param outcome without a word of what is only awaited, where it waits
     * @param tickets empty where it does not wait; else nothing but these keeps the outcome, which is rebuilt, from coming out
     */
    public record Awaiting(Outcome outcome, List<Ticket> tickets) {

        public Awaiting {
            tickets = List.copyOf(tickets);
        }
    }

    /** The same where what waits for verdicts can be held until then; not what would be held all the same. */
    public Awaiting awaiting(Job job) {
        Screened screened = screened(job);
        boolean waits = screened.action() == Action.HOLD
                && screened.settled() == Action.GO_ON
                && !screened.tickets().isEmpty()
                && !screening.approves(HELD);
        return waits && screened.outcome() instanceof Outcome.Rebuilt rebuilt
                ? new Awaiting(without(screened.awaited(), rebuilt), screened.tickets())
                : new Awaiting(decided(screened), List.of());
    }

    private static Outcome without(List<Finding> awaited, Outcome.Rebuilt rebuilt) {
        Report all = rebuilt.report();
        List<Finding> others = new ArrayList<>(all.findings());
        others.removeAll(awaited);
        Report report = new Report(
                all.name(),
                all.outputName(),
                all.type(),
                all.witness(),
                all.input(),
                all.output(),
                all.verdict(),
                all.reason(),
                others,
                all.nested(),
                all.policyHash(),
                all.engineVersion(),
                all.started(),
                all.took());
        return new Outcome.Rebuilt(report, rebuilt.content(), rebuilt.excerpt());
    }

    private Screened screened(Job job) {
        boolean mail = Ascii.lower(job.name().unescaped()).endsWith(".eml");
        return screening.of(job, mail ? Optional.of(envelope) : Optional.empty(), inner);
    }

    private Outcome decided(Screened screened) {
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
