package jp.kiyome.bridge.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.bridge.asking.Asked;
import jp.kiyome.bridge.asking.Opinion;
import jp.kiyome.bridge.pending.Ticket;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.bridge.policy.VerdictRules;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.Rule;
import jp.kiyome.core.report.Ending;
import jp.kiyome.core.report.Report;

/** Gathers what is said of one file and what it leads to: never less than what was said before. Not thread-safe. */
final class Ruling {

    private final VerdictRules rules;
    private final Policy policy;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Ticket> tickets = new ArrayList<>();
    private final List<Finding> remarks = new ArrayList<>();
    private final List<Finding> awaited = new ArrayList<>();
    private Action action = Action.GO_ON;
    private Action settled = Action.GO_ON;
    private Optional<Finding> reason = Optional.empty();

    Ruling(VerdictRules rules, Policy policy) {
        this.rules = rules;
        this.policy = policy;
    }

    void take(Statement.Subject subject, Submission submission, Asked asked) {
        Untrusted address = submission instanceof Submission.OfUrl url ? Untrusted.of(url.url()) : Untrusted.nothing();
        String sha256 = submission.digest().sha256();
        // Whoever vouches for these bytes is heard before all others: what they say is told, and does nothing.
        boolean vouched = asked.combined() instanceof Verdict.NothingFound;
        if (!vouched) {
            tickets.addAll(asked.tickets());
            settled = settled.stricter(asked.settled(rules));
        }
        action = action.stricter(asked.action(rules));
        for (Opinion opinion : asked.opinions()) {
            Statement statement = new Statement(subject, sha256, address, opinion);
            statements.add(statement);
            Remark.of(statement, rules).ifPresent(remark -> remark(remark, opinion, vouched));
        }
    }

    private void remark(Remark remark, Opinion opinion, boolean vouched) {
        Rule rule = vouched ? Rule.REMOVE : policy.rule(remark.kept().kind());
        boolean blocks = rule == Rule.BLOCK || (!vouched && rules.on(opinion.verdict()) == Action.BLOCK);
        if (rule == Rule.HOLD) {
            action = action.stricter(Action.HOLD);
            settled = isPending(opinion.verdict()) ? settled : settled.stricter(Action.HOLD);
        }
        if (blocks && reason.isEmpty()) {
            action = Action.BLOCK;
            reason = Optional.of(remark.blocking());
        } else {
            remarks.add(remark.kept());
            if (isPending(opinion.verdict())) {
                awaited.add(remark.kept());
            }
        }
    }

    private static boolean isPending(Verdict verdict) {
        return verdict instanceof Verdict.NotScanned unscanned && unscanned.why() == WhyNotScanned.PENDING;
    }

    /** Something was said later: the rules have been asked about it, what the policy says of findings has not. */
    void hear(Statement statement) {
        statements.add(statement);
        Remark.of(statement, rules).ifPresent(remark -> remark(remark, statement.opinion(), false));
    }

    /** What is done at least. What is blocked has a reason, be it that the rules have changed since. */
    void atLeast(Action other) {
        action = action.stricter(other);
        if (blocks() && reason.isEmpty()) {
            reason = Optional.of(
                    Finding.of(ScreenedSanitizer.HELD, jp.kiyome.core.finding.Action.BLOCKED, Location.wholeFile()));
        }
    }

    /** A file holds addresses that nobody was asked about, because there are too many. */
    void unasked(int addresses, String sha256) {
        Verdict nobody = Verdict.notScanned(WhyNotScanned.TOO_LARGE, addresses + " addresses");
        Opinion opinion = new Opinion("-", nobody, false);
        Statement statement = new Statement(Statement.Subject.ADDRESS, sha256, Untrusted.nothing(), opinion);
        statements.add(statement);
        action = action.stricter(rules.on(nobody));
        settled = settled.stricter(rules.on(nobody));
        Remark.of(statement, rules).ifPresent(remark -> remark(remark, opinion, false));
    }

    boolean blocks() {
        return action == Action.BLOCK;
    }

    /** Why the file is blocked, when it is. */
    Finding reason() {
        return reason.orElseThrow();
    }

    /** What else was said. */
    List<Finding> remarks() {
        return List.copyOf(remarks);
    }

    Screened end(Outcome outcome) {
        Report report = outcome.report().alsoFound(remarks);
        if (!(outcome instanceof Outcome.Rebuilt rebuilt)) {
            return screened(Outcome.without(report));
        }
        return screened(
                blocks()
                        ? Outcome.without(
                                report.ended(new Ending(jp.kiyome.core.report.Verdict.BLOCKED, reason.orElseThrow())))
                        : new Outcome.Rebuilt(report, rebuilt.content(), rebuilt.excerpt()));
    }

    Screened screened(Outcome outcome) {
        return new Screened(outcome, action, settled, statements, tickets, awaited);
    }
}
