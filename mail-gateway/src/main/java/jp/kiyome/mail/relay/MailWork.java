package jp.kiyome.mail.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.jail.pool.JailUnavailable;
import jp.kiyome.core.jail.pool.PoolBusy;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.mail.authentication.results.Results;
import jp.kiyome.mail.client.Shipment;
import jp.kiyome.mail.rules.Decision;
import jp.kiyome.mail.server.Client;
import jp.kiyome.mail.server.Envelope;
import jp.kiyome.mail.server.Recipient;
import jp.kiyome.mail.smtp.Reply;
import jp.kiyome.quarantine.item.SenderIdentity;

/**
 * One mail: rebuilt for each way it takes, filed, handed over, answered once. It is answered with yes when every recipient's copy is with
 * the next hop or in the store; until something is, with an answer that makes its sender keep it. Not thread-safe.
 */
final class MailWork {

    private final Handlers shared;
    private final List<Share> shares;
    private final Content content;
    private final Workspace workspace;
    private final String mail;
    private final String reference;

    private final Answers answers;

    /** Who it is from; empty until that was found out, or where nobody is to. */
    private Optional<Results> from = Optional.empty();

    /** A mail with one answer for all. */
    MailWork(Handlers shared, List<Share> shares, Content content, Digest digest, Workspace workspace) {
        this(shared, shares, content, digest, workspace, false);
    }

    private MailWork(
            Handlers shared, List<Share> shares, Content content, Digest digest, Workspace workspace, boolean apart) {
        this.shared = shared;
        this.shares = shares;
        this.content = content;
        this.workspace = workspace;
        this.answers = new Answers(apart);
        String way = apart ? " " + shares.getFirst().route().organisation().name() : "";
        this.mail = digest.sha256() + " " + shares.getFirst().envelope().from() + way;
        this.reference = shares.getFirst().id().toString();
    }

    /** One way of a mail whose recipients are answered for one by one ({@link #answer(Recipient, Reply)}). */
    static MailWork apart(Handlers shared, Share share, Content content, Digest digest, Workspace workspace) {
        return new MailWork(shared, List.of(share), content, digest, workspace, true);
    }

    /** @param common what {@link #run} gave */
    Reply answer(Recipient recipient, Reply common) {
        return answers.of(recipient, common);
    }

    Reply run() {
        Reply reply = ended(new Fates());
        if (reply.isPositive()) {
            shared.tries().forget(mail);
        }
        return reply;
    }

    private Reply ended(Fates fates) {
        try {
            return work(fates);
        } catch (PoolBusy | JailUnavailable notOurs) {
            return later(notice(Kind.FAILED, notOurs), fates);
        } catch (Throwable thrown) {
            // Whatever it is, errors of the virtual machine included: who sent the mail keeps it.
            return gaveUp() ? lastResort(thrown, fates) : later(notice(Kind.FAILED, thrown), fates);
        }
    }

    /**
     * Whoever was told yes does not come again.
     *
     * @param common what {@link #run} gave
     */
    void told(Reply common) {
        everybody().stream()
                .filter(recipient -> answer(recipient, common).isPositive())
                .forEach(recipient -> shared.had().forget(Handlers.key(mail, recipient)));
    }

    private List<Recipient> everybody() {
        return shares.stream()
                .flatMap(share -> share.envelope().recipients().stream())
                .toList();
    }

    private Reply work(Fates fates) {
        Optional<Results> identity = identity();
        from = identity;
        List<Prepared> prepared = new ArrayList<>();
        List<Share> left = left();
        noteThoseWhoHaveIt(left);
        for (Share share : left) {
            prepared.add(prepare(share, identity));
        }
        Optional<Prepared> failed = prepared.stream()
                .filter(one -> one.outcome().report().verdict() == Verdict.FAILED)
                .findFirst();
        if (failed.isPresent() && !gaveUp()) {
            Outcome outcome = failed.get().outcome();
            String why = failed.get().reason();
            return later(Notice.of(Kind.FAILED, failed.get().share(), why, Optional.of(outcome)), fates);
        }
        RuleWork rules = new RuleWork(shared, content, mail);
        if (nobodyHasIt(prepared) && RuleWork.rejects(prepared)) {
            rules.tellRejected(prepared);
            return RuleWork.rejection(prepared, reference);
        }
        List<Prepared> decided = rules.forwarded(prepared);
        if (rules.mayComeAgain(decided) && !gaveUp()) {
            Prepared stuck = decided.stream()
                    .filter(one -> !one.hold().isEmpty())
                    .findFirst()
                    .orElseThrow();
            return later(Notice.of(Kind.NEXT_HOP, stuck.share(), stuck.hold(), Optional.of(stuck.outcome())), fates);
        }
        Reply reply = done(decided, identity.map(this::header).orElse(""), fates);
        if (reply.isPositive()) {
            rules.tell(decided);
        }
        return reply;
    }

    /** All of whose recipients have it from the last time, after which nothing could be noted any more. */
    private void noteThoseWhoHaveIt(List<Share> left) {
        for (Share share : shares) {
            if (left.stream().noneMatch(one -> one.id().equals(share.id()))) {
                shared.filing().delivered(share);
            }
        }
    }

    /** Filed, handed over, answered. */
    private Reply done(List<Prepared> decided, String authenticated, Fates fates) {
        for (Prepared one : decided) {
            file(one, authenticated, fates);
        }
        decided.forEach(this::show);
        for (Prepared one : decided) {
            if (one.goes() && one.outcome() instanceof Outcome.Rebuilt rebuilt) {
                deliver(one.share(), rebuilt, one.share().route().outbound() ? "" : authenticated, fates);
            }
        }
        return settle(decided, fates);
    }

    /** Whether no recipient has it from the last time: what some have cannot be refused any more. */
    private boolean nobodyHasIt(List<Prepared> prepared) {
        return prepared.stream()
                        .mapToInt(one -> one.share().envelope().recipients().size())
                        .sum()
                == everybody().size();
    }

    /** Who a mail from outside is from, by the bytes as they came; empty where nobody is to find out. */
    private Optional<Results> identity() {
        if (shares.stream().allMatch(share -> share.route().outbound())) {
            return Optional.empty();
        }
        Envelope envelope = shares.getFirst().envelope();
        Client from = envelope.client();
        return shared.authentication().map(how -> how.check(from.address(), from.helo(), envelope.sender(), content));
    }

    private String header(Results results) {
        return shared.authentication().map(how -> how.header(results)).orElse("");
    }

    /** Without the recipients who have it from the last time. */
    private List<Share> left() {
        List<Share> left = new ArrayList<>();
        for (Share share : shares) {
            List<Recipient> open = share.envelope().recipients().stream()
                    .filter(recipient -> !shared.had().has(Handlers.key(mail, recipient)))
                    .toList();
            if (!open.isEmpty()) {
                left.add(new Share(share.route(), share.envelope().to(open), share.id()));
            }
            List<Recipient> have = new ArrayList<>(share.envelope().recipients());
            have.removeAll(open);
            answers.tell(have, yes());
        }
        return left;
    }

    private Prepared prepare(Share share, Optional<Results> identity) {
        long start = System.nanoTime();
        Optional<Results> itsOwn = share.route().outbound() ? Optional.empty() : identity;
        Prepared prepared = new FirstPass(shared::rebuilding, content, workspace).of(share, itsOwn);
        shared.figures().rebuilt(prepared.report(), System.nanoTime() - start);
        return prepared;
    }

    /** Nothing was handed over yet: when the store does not take it, all of it comes again. */
    private void file(Prepared one, String authenticated, Fates fates) {
        Share share = one.share();
        Report report = one.outcome().report();
        switch (one.outcome()) {
            case Outcome.Rebuilt rebuilt -> {
                if (one.waits()) {
                    await(one, authenticated, fates);
                } else if (!one.goes()) {
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

    /** To the onlooker, what came in and is a mail. */
    private void show(Prepared one) {
        Share share = one.share();
        if (!share.route().outbound() && one.isMail()) {
            shared.onlooker().see(Seen.of(share, one.outcome()));
        }
    }

    private static boolean keeps(Share share, Report report) {
        return isLocked(report)
                || switch (share.route().organisation().keep()) {
                    case ALL -> true;
                    case CHANGED -> !report.nothingFound();
                    case HELD -> false;
                };
    }

    /** Its password may yet come. */
    private static boolean isLocked(Report report) {
        return report.verdict() == Verdict.LOCKED || report.nested().stream().anyMatch(MailWork::isLocked);
    }

    private void hold(Prepared one, Kind kind, Fates fates) {
        String why = one.isMail() ? one.keptBack() : (one.keptBack() + " " + one.reason()).strip();
        Share now = kept(one, why);
        List<Recipient> whose = now.envelope().recipients();
        if (one.decision().end() == Decision.End.DISCARD) {
            fates.safe(whose);
            shared.figures().wasHeld();
            return;
        }
        held(Notice.of(kind, now, why, Optional.of(one.outcome())), whose, fates);
    }

    /** Nobody is told: in a while it goes its way, or somebody is told then. */
    private void await(Prepared one, String authenticated, Fates fates) {
        Prepared now = one.as(shared.filing().holdable(one.share()));
        conclude(now);
        shared.filing().await(now, Noted.of(now, authenticated), shared.rebuilding(now.share()));
        fates.safe(now.share().envelope().recipients());
        shared.figures().wasHeld();
    }

    /** Files and holds a mail; the share that it is held as. */
    private Share kept(Prepared one, String why) {
        Prepared now = one.as(shared.filing().holdable(one.share()));
        conclude(now);
        shared.filing().hold(now.share(), why);
        return now.share();
    }

    /** A notice that cannot be kept is a failure: the mail comes again, and the notice with it. */
    private void held(Notice notice, List<Recipient> recipients, Fates fates) {
        fates.safe(recipients);
        shared.figures().wasHeld();
        shared.notices().accept(notice);
    }

    private void conclude(Prepared one) {
        shared.filing()
                .concluded(one.share(), content, one.outcome(), shared.rebuilding(one.share()), sender(one.share()));
    }

    private Optional<SenderIdentity> sender(Share share) {
        return share.route().outbound() ? Optional.empty() : from.map(Identified::of);
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
        // From the moment the hop has it, it must not be handed over again, whatever becomes of this process.
        fates.add(shared.client()
                .send(shipment, share.route().hops(), recipient -> shared.had().note(Handlers.key(mail, recipient))));
        shared.figures().handedOver(System.nanoTime() - start);
    }

    private Reply settle(List<Prepared> prepared, Fates fates) {
        boolean hopeless = fates.isUncertain() && gaveUp();
        boolean theirs = answers.apart() && !hopeless;
        if (theirs) {
            fates.open().forEach(recipient -> answers.tell(List.of(recipient), fates.refusal(recipient, reference)));
        }
        boolean comesAgain = theirs || !fates.isSomeSafe() && !hopeless;
        if (!fates.open().isEmpty() && comesAgain) {
            shared.figures().nextHopFailed();
            tellOfNextHop(prepared, fates);
        }
        if (!fates.open().isEmpty() && !fates.isSomeSafe() && !hopeless) {
            return fates.refusal(reference);
        }
        for (Prepared one : prepared) {
            List<Recipient> open = new ArrayList<>(fates.open());
            open.retainAll(one.share().envelope().recipients());
            if (!open.isEmpty() && !theirs) {
                String why = fates.complaints(open);
                shared.figures().nextHopFailed();
                Share now = kept(one, why).to(open);
                held(Notice.of(Kind.UNDELIVERED, now, why, Optional.of(one.outcome())), open, fates);
            } else if (one.goes() && keeps(one.share(), one.report())) {
                shared.filing().delivered(one.share());
            }
        }
        return yes();
    }

    private Reply yes() {
        return new Reply(250, "2.0.0 Ok: " + reference);
    }

    /** Each organisation of its own recipients. */
    private void tellOfNextHop(List<Prepared> prepared, Fates fates) {
        for (Prepared one : prepared) {
            List<Recipient> open = new ArrayList<>(fates.open());
            open.retainAll(one.share().envelope().recipients());
            if (!open.isEmpty()) {
                Optional<Outcome> outcome = Optional.of(one.outcome());
                String why = fates.complaints(open);
                shared.notices().accept(Notice.of(Kind.NEXT_HOP, one.share().to(open), why, outcome));
            }
        }
    }

    /** Nobody can say what it is: it is kept as it came, for someone to look into. */
    private Reply lastResort(Throwable thrown, Fates fates) {
        try {
            for (Share share : left()) {
                List<Recipient> open = new ArrayList<>(share.envelope().recipients());
                open.removeAll(fates.delivered());
                if (!open.isEmpty()) {
                    Share now = shared.filing().holdable(share);
                    shared.filing().arrived(now, content, sender(share));
                    held(Notice.of(Kind.GAVE_UP, now.to(open), thrown.toString(), Optional.empty()), open, fates);
                }
            }
            return new Reply(250, "2.0.0 Ok: " + reference);
        } catch (RuntimeException store) {
            return later(notice(Kind.STORE, store), fates);
        }
    }

    /** To come again; those who have it already do not get it twice. */
    private Reply later(Notice notice, Fates fates) {
        answers.tell(fates.delivered(), yes());
        shared.notices().accept(notice);
        return new Reply(451, "4.3.0 Not worked on yet; reference " + reference);
    }

    private Notice notice(Kind kind, Throwable thrown) {
        return Notice.of(kind, shares.getFirst(), thrown.toString(), Optional.empty());
    }

    /** Counts one more failure; whether there were enough. */
    private boolean gaveUp() {
        int failures = shared.tries().get(mail, 0) + 1;
        shared.tries().put(mail, failures);
        return failures >= shared.settings().handling().attempts();
    }
}
