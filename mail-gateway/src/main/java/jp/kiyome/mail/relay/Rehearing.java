package jp.kiyome.mail.relay;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kiyome.bridge.pending.Settlement;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.bridge.screening.Screened;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.text.Excerpt;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.rules.Decision;
import jp.kiyome.mail.rules.Facts;
import jp.kiyome.mail.server.Client;
import jp.kiyome.mail.server.Envelope;
import jp.kiyome.mail.server.Recipient;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.quarantine.item.Item;

/**
 * A mail that waited for verdicts, rebuilt once more and held against the rules of its way with what was said since: a verdict must not lead
 * past them. Stateless.
 *
 * @param how its organisation's or group's mail is rebuilt now
 */
record Rehearing(OrganisationSettings whose, Rebuilding how) {

    /** What rules can tell no more, who it is from above all, was decided when it came. */
    Prepared of(Item item, Noted noted, Settlement settlement, Content original, Workspace workspace) {
        Share share = share(item, noted);
        Job job = new Job(Untrusted.of("mail.eml"), original, workspace, List.of())
                .belongingTo(item.organisation().id())
                .withExcerpt();
        Job labelled = Stamp.label(share).map(job::labelled).orElse(job);
        Outcome plain = how.variants().of(FirstPass.choices(share), false).sanitize(labelled);
        if (!(plain instanceof Outcome.Rebuilt rebuilt)) {
            return new Prepared(share, plain);
        }
        Outcome before = alsoSaid(rebuilt, noted.said());
        Screened heard = how.later()
                .map(later -> later.screening()
                        .later(before, item.original().sha256(), settlement.heard(), settlement.action()))
                .orElseGet(() -> new Screened(
                        before, settlement.action(), settlement.action(), List.of(), List.of(), List.of()));
        if (!(heard.outcome() instanceof Outcome.Rebuilt told)) {
            return new Prepared(share, heard.outcome());
        }
        Decision decision = decision(share, noted, told, before, original.size());
        String hold = unreadable(item)
                .orElseGet(() -> heard.action() == Action.GO_ON ? "" : "verdict: " + settlement.detail());
        Prepared judged = new Prepared(share, told, decision, hold);
        return decision.changes() && judged.goes() ? changed(judged, job) : judged;
    }

    private Decision decision(Share share, Noted noted, Outcome told, Outcome before, long size) {
        Decision again = how.rules().isEmpty()
                ? Decision.nothing()
                : how.rules().judgeAgain(facts(share, told, size), facts(share, before, size));
        return again.alsoChanging(noted.dropped(), noted.warnings(), noted.tags(), noted.stripsLinks());
    }

    private Prepared changed(Prepared judged, Job job) {
        Prepared second = new SecondPass(how, job).of(judged);
        List<Finding> said = Awaited.said(judged.report().findings());
        return second.outcome() instanceof Outcome.Rebuilt rebuilt
                ? new Prepared(second.share(), alsoSaid(rebuilt, said), second.decision(), "")
                : second;
    }

    private static Outcome alsoSaid(Outcome.Rebuilt rebuilt, List<Finding> said) {
        return new Outcome.Rebuilt(rebuilt.report().alsoFound(said), rebuilt.content(), rebuilt.excerpt());
    }

    private Facts facts(Share share, Outcome outcome, long size) {
        Optional<Excerpt> excerpt = outcome instanceof Outcome.Rebuilt rebuilt ? rebuilt.excerpt() : Optional.empty();
        return new Facts(
                share.envelope().sender(),
                share.envelope().recipients().stream().map(Recipient::mailbox).toList(),
                Optional.empty(),
                share.route().outbound(),
                size,
                Optional.empty(),
                outcome.report(),
                excerpt,
                how.sources());
    }

    /** Why it cannot go, where the store names somebody whom nobody could send it to: without that one it would be lost to him. */
    private static Optional<String> unreadable(Item item) {
        String lost = item.arrival().recipients().stream()
                .filter(one -> Mailbox.read(one.unescaped()).isEmpty())
                .map(Untrusted::toString)
                .collect(Collectors.joining(", "));
        return lost.isEmpty() ? Optional.empty() : Optional.of("recipients that are no addresses: " + lost);
    }

    /** As far as the store knows it: who is no address is not in it, and {@link #of} lets no such mail go. */
    Share share(Item item, Noted noted) {
        Client unknown =
                new Client(InetAddress.getLoopbackAddress(), Optional.empty(), Optional.empty(), "", "", "ESMTP");
        Optional<Mailbox> sender = Mailbox.read(item.arrival().sender().unescaped());
        List<Recipient> recipients = item.arrival().recipients().stream()
                .flatMap(one -> Mailbox.read(one.unescaped()).stream())
                .map(noted::recipient)
                .toList();
        Envelope.Options options = new Envelope.Options(0, false, false, noted.ret(), noted.envelopeId());
        Envelope envelope = new Envelope(unknown, sender, options, recipients);
        return new Share(new Route(whose, noted.outbound()), envelope, item.id());
    }
}
