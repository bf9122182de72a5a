package jp.kiyome.bridge.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.kiyome.bridge.asking.Asked;
import jp.kiyome.bridge.asking.Opinion;
import jp.kiyome.bridge.asking.Verdicts;
import jp.kiyome.bridge.pending.Heard;
import jp.kiyome.bridge.pending.Ticket;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.bridge.policy.VerdictPolicy;
import jp.kiyome.bridge.verdict.Envelope;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Report;

/**
 * The way of a file that others are asked about: its original before anybody takes it apart, its output before anybody has it,
 * and the addresses in it. What is blocked as it came is not taken apart at all. Threads may share it.
 */
public final class Screening {

    private final Verdicts verdicts;
    private final VerdictPolicy asked;
    private final Policy policy;

    /**
     * Asks by a policy.
     *
     * @param verdicts the sources of {@code asked}; stay the caller's
     * @param policy may block by findings what the rules of {@code asked} would let go on
     */
    public Screening(Verdicts verdicts, VerdictPolicy asked, Policy policy) {
        this.verdicts = verdicts;
        this.asked = asked;
        this.policy = policy;
    }

    /**
     * Sends a file through a sanitizer, unless what is said of it blocks it before.
     *
     * @param mail the envelope, when it is a mail
     */
    public Screened of(Job job, Optional<Envelope> mail, Sanitizer sanitizer) {
        if (verdicts.sources().isEmpty()) {
            return new Screened(sanitizer.sanitize(job), Action.GO_ON, Action.GO_ON, List.of(), List.of(), List.of());
        }
        Ruling ruling = new Ruling(asked.rules(), policy);
        if (asked.originals()) {
            Submission original = submission(job.content(), job.name(), mail);
            ruling.take(Statement.Subject.ORIGINAL, original, verdicts.ask(original));
        }
        if (ruling.blocks()) {
            Outcome unread = sanitizer.refuseUnread(job.name(), ruling.reason());
            Report report = unread.report().ofInput(Digest.of(job.content())).alsoFound(ruling.remarks());
            return ruling.screened(Outcome.without(report));
        }
        Outcome outcome = sanitizer.sanitize(asked.addresses() ? job.withExcerpt() : job);
        if (outcome instanceof Outcome.Rebuilt rebuilt) {
            askAbout(rebuilt, mail, ruling);
        }
        return ruling.end(outcome);
    }

    /**
     * A file of which more was said since it was screened, with that among its findings.
     *
     * @param outcome of rebuilding it once more, without anybody being asked
     * @param original the hash of the file as it came
     * @param action what all that was said leads to by the rules; what the policy says of findings may be stricter
     */
    public Screened later(Outcome outcome, String original, List<Heard> heard, Action action) {
        Ruling ruling = new Ruling(asked.rules(), policy);
        for (Heard one : heard) {
            Ticket ticket = one.ticket();
            Statement.Subject subject = ticket.isForAddress()
                    ? Statement.Subject.ADDRESS
                    : ticket.sha256().equals(original) ? Statement.Subject.ORIGINAL : Statement.Subject.OUTPUT;
            Untrusted address = ticket.isForAddress() ? Untrusted.of(ticket.about()) : Untrusted.nothing();
            Opinion opinion = new Opinion(ticket.source(), one.verdict(), false);
            ruling.hear(new Statement(subject, ticket.sha256(), address, opinion));
        }
        ruling.atLeast(action);
        return ruling.end(outcome);
    }

    /** Whether somebody has approved that the file comes out in spite of findings with this code. */
    boolean approves(String code) {
        return policy.approves(code);
    }

    private void askAbout(Outcome.Rebuilt rebuilt, Optional<Envelope> mail, Ruling ruling) {
        if (asked.outputs()) {
            Submission output =
                    submission(rebuilt.content().content(), rebuilt.report().outputName(), mail);
            ruling.take(Statement.Subject.OUTPUT, output, verdicts.ask(output));
        }
        if (asked.addresses() && !ruling.blocks()) {
            addresses(rebuilt, ruling);
        }
    }

    /** All at once: together they take no longer than one. */
    private void addresses(Outcome.Rebuilt rebuilt, Ruling ruling) {
        Report report = rebuilt.report();
        FoundAddresses found = FoundAddresses.in(report, rebuilt.excerpt());
        List<Submission.OfUrl> addresses =
                found.first().stream().map(Submission.OfUrl::new).toList();
        List<Future<Asked>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            addresses.forEach(address -> answers.add(threads.submit(() -> verdicts.ask(address))));
        }
        for (int i = 0; i < addresses.size(); i++) {
            ruling.take(
                    Statement.Subject.ADDRESS, addresses.get(i), answers.get(i).resultNow());
        }
        if (found.more() > 0) {
            ruling.unasked(found.more(), report.output().orElseThrow().sha256());
        }
    }

    private static Submission submission(Content content, Untrusted name, Optional<Envelope> mail) {
        return mail.<Submission>map(envelope -> Submission.mail(content, envelope))
                .orElseGet(() -> Submission.file(content, name.unescaped()));
    }
}
