package jp.kiyome.mail.relay;

import java.util.ArrayList;
import java.util.List;
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
import jp.kiyome.mail.client.Shipment;
import jp.kiyome.mail.server.Client;
import jp.kiyome.mail.server.Envelope;
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
    private final Workspace workspace;
    private final String mail;
    private final String reference;

    MailWork(Handlers shared, List<Share> shares, Content content, Digest digest, Workspace workspace) {
        this.shared = shared;
        this.shares = shares;
        this.content = content;
        this.workspace = workspace;
        this.mail = digest.sha256() + " " + shares.getFirst().envelope().from();
        this.reference = shares.getFirst().id().toString();
    }

    Reply run() {
        Fates fates = new Fates();
        try {
            Reply reply = work(fates);
            if (reply.isPositive()) {
                shared.tries().forget(mail);
                everybody().forEach(recipient -> shared.had().forget(Handlers.key(mail, recipient)));
            }
            return reply;
        } catch (PoolBusy | JailUnavailable notOurs) {
            return later(Kind.FAILED, notOurs.toString(), fates);
        } catch (Throwable thrown) {
            // Whatever it is, errors of the virtual machine included: who sent the mail keeps it.
            return gaveUp() ? lastResort(thrown, fates) : later(Kind.FAILED, thrown.toString(), fates);
        }
    }

    private List<Recipient> everybody() {
        return shares.stream()
                .flatMap(share -> share.envelope().recipients().stream())
                .toList();
    }

    private Reply work(Fates fates) {
        String authenticated = authenticated();
        List<Prepared> prepared = new ArrayList<>();
        for (Share share : left()) {
            prepared.add(prepare(share));
        }
        Optional<Prepared> failed = prepared.stream()
                .filter(one -> one.outcome().report().verdict() == Verdict.FAILED)
                .findFirst();
        if (failed.isPresent() && !gaveUp()) {
            return later(Kind.FAILED, reason(failed.get().outcome().report()), fates);
        }
        for (Prepared one : prepared) {
            file(one, fates);
        }
        for (Prepared one : prepared) {
            if (one.outcome() instanceof Outcome.Rebuilt rebuilt && isMail(one)) {
                deliver(one.share(), rebuilt, one.share().route().outbound() ? "" : authenticated, fates);
            }
        }
        return settle(prepared, fates);
    }

    /** Who a mail from outside is from, as a line of header, by the bytes as they came; empty where nobody is to find out. */
    private String authenticated() {
        if (shares.stream().allMatch(share -> share.route().outbound())) {
            return "";
        }
        Envelope envelope = shares.getFirst().envelope();
        Client from = envelope.client();
        return shared.authentication()
                .map(how -> how.header(how.check(from.address(), from.helo(), envelope.sender(), content)))
                .orElse("");
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
    private void file(Prepared one, Fates fates) {
        Share share = one.share();
        Report report = one.outcome().report();
        switch (one.outcome()) {
            case Outcome.Rebuilt rebuilt -> {
                if (!isMail(one)) {
                    hold(one, Kind.BLOCKED, fates);
                } else if (keeps(share, report)) {
                    conclude(one);
                }
            }
            case Outcome.Blocked blocked -> hold(one, Kind.BLOCKED, fates);
            case Outcome.Locked locked -> hold(one, Kind.LOCKED, fates);
            case Outcome.Failed failed -> hold(one, Kind.GAVE_UP, fates);
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

    private void hold(Prepared one, Kind kind, Fates fates) {
        String why = reason(one.outcome().report());
        conclude(one);
        shared.filing().hold(one.share(), why);
        held(one.share(), kind, why, one.share().envelope().recipients(), fates);
    }

    private void held(Share share, Kind kind, String why, List<Recipient> recipients, Fates fates) {
        fates.safe(recipients);
        shared.figures().wasHeld();
        shared.notices().accept(Notice.of(kind, share, why));
    }

    private void conclude(Prepared one) {
        shared.filing().concluded(one.share(), content, one.outcome(), rebuilding(one.share()));
    }

    private void deliver(Share share, Outcome.Rebuilt rebuilt, String authenticated, Fates fates) {
        long start = System.nanoTime();
        String trace = Stamp.trace(
                share,
                shared.settings().name(),
                rebuilt.report(),
                shared.clock().instant());
        Shipment shipment = new Shipment(
                share.envelope(), authenticated + trace, rebuilt.content().content());
        fates.add(shared.client().send(shipment, share.route().hops()));
        shared.figures().handedOver(System.nanoTime() - start);
    }

    private Reply settle(List<Prepared> prepared, Fates fates) {
        boolean hopeless = fates.isUncertain() && gaveUp();
        if (!fates.open().isEmpty() && !fates.isSomeSafe() && !hopeless) {
            shared.figures().nextHopFailed();
            shared.notices().accept(Notice.of(Kind.NEXT_HOP, shares.getFirst(), fates.complaints(fates.open())));
            return fates.refusal(reference);
        }
        for (Prepared one : prepared) {
            List<Recipient> open = new ArrayList<>(fates.open());
            open.retainAll(one.share().envelope().recipients());
            if (!open.isEmpty()) {
                String why = fates.complaints(open);
                shared.figures().nextHopFailed();
                conclude(one);
                shared.filing().hold(one.share(), why);
                held(one.share(), Kind.UNDELIVERED, why, open, fates);
            } else if (one.outcome() instanceof Outcome.Rebuilt && isMail(one)) {
                shared.filing().delivered(one.share());
            }
        }
        return new Reply(250, "2.0.0 Ok: " + reference);
    }

    /** Nobody can say what it is: it is kept as it came, for someone to look into. */
    private Reply lastResort(Throwable thrown, Fates fates) {
        try {
            for (Share share : left()) {
                List<Recipient> open = new ArrayList<>(share.envelope().recipients());
                open.removeAll(fates.delivered());
                if (!open.isEmpty()) {
                    shared.filing().arrived(share, content);
                    held(share, Kind.GAVE_UP, thrown.toString(), open, fates);
                }
            }
            return new Reply(250, "2.0.0 Ok: " + reference);
        } catch (RuntimeException store) {
            return later(Kind.STORE, store.toString(), fates);
        }
    }

    /** To come again; those who have it already do not get it twice. */
    private Reply later(Kind kind, String why, Fates fates) {
        fates.delivered().forEach(recipient -> shared.had().put(Handlers.key(mail, recipient), true));
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
