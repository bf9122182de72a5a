package jp.kiyome.mail.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.notice.Label;
import jp.kiyome.core.text.Excerpt;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.rules.Decision;
import jp.kiyome.mail.rules.Facts;

/**
 * A mail of the store rebuilt with passwords, and held against the rules of its way: a password must not lead past them.
 *
 * @param how its organisation's or group's mail is rebuilt
 * @param sender of its envelope
 * @param people who are to get it
 * @param decided whether the rules have let the mail go its way when it came: what they can tell no more, who it is from above all, is
 *     taken for decided then
 */
public record Reopening(Rebuilding how, Optional<Mailbox> sender, List<Mailbox> people, boolean decided) {

    public Reopening {
        people = List.copyOf(people);
    }

    /**
     * What came of it.
     *
     * @param outcome of the rebuilding that counts
     * @param keptBack names of the rules that keep it back; empty where none does
     */
    public record Reopened(Outcome outcome, List<String> keptBack) {

        public Reopened {
            keptBack = List.copyOf(keptBack);
        }
    }

    /**
     * Rebuilds it; up to three times, where rules have something to say.
     *
     * @param job with passwords
     * @param label for who gets it
     */
    public Reopened of(Job job, Label label) {
        Job told = job.withExcerpt();
        Outcome opened = how.sanitizer().sanitize(told.labelled(label));
        if (how.rules().isEmpty() || !(opened instanceof Outcome.Rebuilt)) {
            return new Reopened(opened, List.of());
        }
        Facts facts = facts(job, opened);
        Decision decision = decided
                ? how.rules().judgeAgain(facts, facts(job, how.sanitizer().sanitize(closed(job))))
                : how.rules().judge(facts);
        if (decision.end() != Decision.End.DELIVER) {
            return new Reopened(opened, decision.why());
        }
        return decision.changes()
                ? new Reopened(
                        new SecondPass(how, told).of(opened.report(), decision, marked(label, decision)), List.of())
                : new Reopened(opened, List.of());
    }

    private static Job closed(Job job) {
        return new Job(job.name(), job.content(), job.workspace(), List.of())
                .belongingTo(job.tenant())
                .withExcerpt();
    }

    private static Label marked(Label label, Decision decision) {
        String tags = String.join(" ", decision.tags());
        String tag = (label.tag() + " " + tags).strip();
        List<String> remark = new ArrayList<>(label.remark());
        remark.addAll(decision.warnings());
        return new Label(
                tag.length() <= Label.LONGEST ? tag : tag.substring(0, Label.LONGEST),
                label.language(),
                label.heading(),
                label.closing(),
                remark.subList(0, Math.min(remark.size(), Label.MOST_LINES)),
                label.whenLocked());
    }

    private Facts facts(Job job, Outcome outcome) {
        Optional<Excerpt> excerpt = outcome instanceof Outcome.Rebuilt rebuilt ? rebuilt.excerpt() : Optional.empty();
        return new Facts(
                sender,
                people,
                Optional.empty(),
                false,
                job.content().size(),
                Optional.empty(),
                outcome.report(),
                excerpt,
                how.sources());
    }
}
