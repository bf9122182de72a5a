package jp.kiyome.mail.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.jail.pool.JailUnavailable;
import jp.kiyome.core.jail.pool.PoolBusy;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.type.FileType;
import jp.kiyome.mail.client.Fate;
import jp.kiyome.mail.client.Shipment;
import jp.kiyome.mail.server.Recipient;
import jp.kiyome.mail.smtp.Reply;

/**
 * One mail: rebuilt for each way it takes, filed, handed over, answered once. It is answered with yes when every recipient's copy is with
 * the next hop or in the store; until something is, with an answer that makes its sender keep it. Not thread-safe.
 */
final class MailWork {

    /** The id of the type that mail is. */
    private static final String MAIL = "eml";

    private final Handlers shared;
    private final List<Share> shares;
    private final Content content;
    private final String authenticated;
    private final Workspace workspace;
    private final String mail;
    private final String reference;

    /** @param authenticated the line of header that says who it is from; may be empty */
    MailWork(
            Handlers shared,
            List<Share> shares,
            Content content,
            Digest digest,
            String authenticated,
            Workspace workspace) {
        this.shared = shared;
        this.shares = shares;
        this.content = content;
        this.authenticated = authenticated;
        this.workspace = workspace;
        this.mail = digest.sha256() + " " + shares.getFirst().envelope().from();
        this.reference = shares.getFirst().id().toString();
    }

    Reply run() {
        Results results = new Results();
        try {
            Reply reply = work(results);
            if (reply.isPositive()) {
                shared.tries().forget(mail);
                everybody().forEach(recipient -> shared.had().forget(Handlers.key(mail, recipient)));
            }
            return reply;
        } catch (PoolBusy | JailUnavailable notOurs) {
            return later(Kind.FAILED, notOurs.toString(), results);
        } catch (Throwable thrown) {
            // Whatever it is, errors of the virtual machine included: who sent the mail keeps it.
            return gaveUp() ? lastResort(thrown, results) : later(Kind.FAILED, thrown.toString(), results);
        }
    }

    private List<Recipient> everybody() {
        return shares.stream()
                .flatMap(share -> share.envelope().recipients().stream())
                .toList();
    }

    private Reply work(Results results) {
        List<Prepared> prepared = new ArrayList<>();
        for (Share share : left()) {
            prepared.add(prepare(share));
        }
        Optional<Prepared> failed = prepared.stream()
                .filter(one -> one.outcome().report().verdict() == Verdict.FAILED)
                .findFirst();
        if (failed.isPresent() && !gaveUp()) {
            return later(Kind.FAILED, reason(failed.get().outcome().report()), results);
        }
        for (Prepared one : prepared) {
            file(one, results);
        }
        for (Prepared one : prepared) {
            if (one.outcome() instanceof Outcome.Rebuilt rebuilt && isMail(one)) {
                deliver(one.share(), rebuilt, results);
            }
        }
        return settle(prepared, results);
    }

    /** Without the recipients who have it from the last time. */
    private List<Share> left() {
        List<Share> left = new ArrayList<>();
        for (Share share : shares) {
            List<Recipient> open = share.envelope().recipients().stream()
                    .filter(recipient -> !shared.had().get(Handlers.key(mail, recipient), false))
                    .toList();
            if (!open.isEmpty()) {
                left.add(new Share(share.route(), share.envelope().to(open), share.id()));
            }
        }
        return left;
    }

    private Prepared prepare(Share share) {
        long start = System.nanoTime();
        Job job = new Job(Untrusted.of("mail.eml"), content, workspace, List.of())
                .belongingTo(share.organisation().id());
        Job labelled = share.route().outbound() ? job : job.labelled(Stamp.label(share));
        Outcome outcome = rebuilding(share).sanitizer().sanitize(labelled);
        shared.figures().rebuilt(System.nanoTime() - start);
        return new Prepared(share, outcome);
    }

    /** Nothing was handed over yet: when the store does not take it, all of it comes again. */
    private void file(Prepared one, Results results) {
        Share share = one.share();
        Report report = one.outcome().report();
        switch (one.outcome()) {
            case Outcome.Rebuilt rebuilt -> {
                if (!isMail(one)) {
                    hold(one, Kind.BLOCKED, results);
                } else if (keeps(share, report)) {
                    conclude(one);
                }
            }
            case Outcome.Blocked blocked -> hold(one, Kind.BLOCKED, results);
            case Outcome.Locked locked -> hold(one, Kind.LOCKED, results);
            case Outcome.Failed failed -> hold(one, Kind.GAVE_UP, results);
        }
    }

    /** What came as a mail may look like a file of another type to the engine; then its output is no mail. */
    private static boolean isMail(Prepared one) {
        return one.outcome()
                .report()
                .type()
                .filter(type -> type.id().equals(MAIL))
                .isPresent();
    }

    private static boolean keeps(Share share, Report report) {
        return switch (share.route().organisation().keep()) {
            case ALL -> true;
            case CHANGED -> !report.nothingFound();
            case HELD -> false;
        };
    }

    private void hold(Prepared one, Kind kind, Results results) {
        String why = reason(one.outcome().report());
        conclude(one);
        shared.filing().hold(one.share(), why);
        held(one.share(), kind, why, one.share().envelope().recipients(), results);
    }

    private void held(Share share, Kind kind, String why, List<Recipient> recipients, Results results) {
        results.safe(recipients);
        shared.figures().wasHeld();
        shared.notices().accept(Notice.of(kind, share, why));
    }

    private void conclude(Prepared one) {
        shared.filing().concluded(one.share(), content, one.outcome(), rebuilding(one.share()));
    }

    private void deliver(Share share, Outcome.Rebuilt rebuilt, Results results) {
        long start = System.nanoTime();
        String trace = Stamp.trace(
                share,
                shared.settings().name(),
                rebuilt.report(),
                shared.clock().instant());
        String first = share.route().outbound() ? "" : authenticated;
        Shipment shipment =
                new Shipment(share.envelope(), first + trace, rebuilt.content().content());
        Map<Recipient, Fate> fates =
                shared.client().send(shipment, share.route().hops());
        results.add(fates);
        shared.figures().handedOver(System.nanoTime() - start);
    }

    private Reply settle(List<Prepared> prepared, Results results) {
        boolean hopeless = results.isUncertain() && gaveUp();
        if (!results.open().isEmpty() && !results.isSomeSafe() && !hopeless) {
            shared.figures().nextHopFailed();
            shared.notices().accept(Notice.of(Kind.NEXT_HOP, shares.getFirst(), results.complaints(results.open())));
            return results.refusal(reference);
        }
        for (Prepared one : prepared) {
            List<Recipient> open = new ArrayList<>(results.open());
            open.retainAll(one.share().envelope().recipients());
            if (!open.isEmpty()) {
                String why = results.complaints(open);
                shared.figures().nextHopFailed();
                conclude(one);
                shared.filing().hold(one.share(), why);
                held(one.share(), Kind.UNDELIVERED, why, open, results);
            } else if (one.outcome() instanceof Outcome.Rebuilt && isMail(one)) {
                shared.filing().delivered(one.share());
            }
        }
        return new Reply(250, "2.0.0 Ok: " + reference);
    }

    /** Nobody can say what it is: it is kept as it came, for someone to look into. */
    private Reply lastResort(Throwable thrown, Results results) {
        try {
            for (Share share : left()) {
                List<Recipient> open = new ArrayList<>(share.envelope().recipients());
                open.removeAll(results.delivered());
                if (!open.isEmpty()) {
                    shared.filing().arrived(share, content);
                    held(share, Kind.GAVE_UP, thrown.toString(), open, results);
                }
            }
            return new Reply(250, "2.0.0 Ok: " + reference);
        } catch (RuntimeException store) {
            return later(Kind.STORE, store.toString(), results);
        }
    }

    /** To come again; those who have it already do not get it twice. */
    private Reply later(Kind kind, String why, Results results) {
        results.delivered().forEach(recipient -> shared.had().put(Handlers.key(mail, recipient), true));
        shared.notices().accept(Notice.of(kind, shares.getFirst(), why));
        return new Reply(451, "4.3.0 Not worked on yet; reference " + reference);
    }

    /** Counts one more failure; whether there were enough. */
    private boolean gaveUp() {
        int failures = shared.tries().get(mail, 0) + 1;
        shared.tries().put(mail, failures);
        return failures >= shared.settings().handling().attempts();
    }

    private Rebuilding rebuilding(Share share) {
        return Objects.requireNonNull(shared.rebuilding().get(share.organisation()));
    }

    private static String reason(Report report) {
        return report.reason()
                .map(finding -> finding.kind().code() + " " + finding.detail())
                .orElseGet(
                        () -> "not a mail: " + report.type().map(FileType::id).orElse(""));
    }
}
