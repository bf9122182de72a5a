package jp.kiyome.mail.relay;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.kiyome.bridge.screening.ScreenedSanitizer;
import jp.kiyome.bridge.verdict.Envelope;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.text.Excerpt;
import jp.kiyome.mail.authentication.results.Results;
import jp.kiyome.mail.rules.Decision;
import jp.kiyome.mail.rules.Facts;
import jp.kiyome.mail.server.Client;
import jp.kiyome.mail.server.Recipient;

/**
 * A mail rebuilt for one of its ways, and held against the rules of that way. Where they want it another way it is rebuilt once more; what
 * comes of that is judged no more. Not thread-safe.
 */
final class FirstPass {

    /** Of mail that goes out: the names and addresses of hosts inside are nobody's outside (message.received). */
    private static final Map<String, String> OUTBOUND = Map.of("message.received", "hide");

    private final Function<Share, Rebuilding> rebuilding;
    private final Content content;
    private final Workspace workspace;

    FirstPass(Function<Share, Rebuilding> rebuilding, Content content, Workspace workspace) {
        this.rebuilding = rebuilding;
        this.content = content;
        this.workspace = workspace;
    }

    /** @param identity who the mail is from; empty where nobody found out */
    Prepared of(Share share, Optional<Results> identity) {
        Rebuilding how = rebuilding.apply(share);
        ScreenedSanitizer.Awaiting first = first(share, how);
        Outcome outcome = first.outcome();
        Awaited awaited = Awaited.of(first);
        if (how.rules().isEmpty() || outcome instanceof Outcome.Failed) {
            return new Prepared(share, outcome).waitingFor(awaited);
        }
        Decision decision = how.rules().judge(facts(share, how, outcome, identity));
        Prepared judged = new Prepared(share, outcome, decision, "");
        Prepared built = decision.changes() && judged.goes() ? new SecondPass(how, job(share)).of(judged) : judged;
        return built.waitingFor(awaited);
    }

    private ScreenedSanitizer.Awaiting first(Share share, Rebuilding how) {
        Job job = Stamp.label(share).map(job(share)::labelled).orElseGet(() -> job(share));
        if (how.later().isPresent()) {
            Sanitizer bare = how.variants().of(choices(share), false);
            return new ScreenedSanitizer(how.later().get().screening(), bare, said(share)).awaiting(job);
        }
        Sanitizer sanitizer = share.route().outbound() ? how.variants().of(OUTBOUND, true) : how.sanitizer();
        Outcome outcome = ScreenedSanitizer.about(sanitizer, said(share)).sanitize(job);
        return new ScreenedSanitizer.Awaiting(outcome, List.of());
    }

    /** What the dialogue said, as far as it concerns this way: the recipients of others are not told. */
    private static Envelope said(Share share) {
        Client client = share.envelope().client();
        return new Envelope(
                share.envelope().from(),
                share.envelope().recipients().stream()
                        .map(recipient -> recipient.mailbox().toString())
                        .toList(),
                client.address().map(InetAddress::getHostAddress).orElse(""),
                client.helo());
    }

    private Job job(Share share) {
        return new Job(Untrusted.of("mail.eml"), content, workspace, List.of())
                .belongingTo(share.organisation().id())
                .withExcerpt();
    }

    static Map<String, String> choices(Share share) {
        return share.route().outbound() ? OUTBOUND : Map.of();
    }

    private Facts facts(Share share, Rebuilding how, Outcome outcome, Optional<Results> identity) {
        Optional<Excerpt> excerpt = outcome instanceof Outcome.Rebuilt rebuilt ? rebuilt.excerpt() : Optional.empty();
        return new Facts(
                share.envelope().sender(),
                share.envelope().recipients().stream().map(Recipient::mailbox).toList(),
                share.envelope().client().address(),
                share.route().outbound(),
                content.size(),
                identity,
                outcome.report(),
                excerpt,
                how.sources());
    }
}
