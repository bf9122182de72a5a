package jp.kiyome.mail.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kiyome.bridge.pending.Heard;
import jp.kiyome.bridge.pending.Settlement;
import jp.kiyome.bridge.pending.Ticket;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Report;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Assessment;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.SenderIdentity;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.reprocess.source.HeaderLines;
import jp.kiyome.quarantine.store.Reprocessing;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.waiting.Claim;
import jp.kiyome.quarantine.waiting.Waiter;

/**
 * Puts mail into the store. What a method has done is on disk when it returns; done twice, as after a crash, it is done once. Threads
 * share it.
 */
final class Filing {

    /** Nobody decides any more about what is here. */
    private static final Set<State> OVER = EnumSet.of(State.DELIVERED, State.EXPIRED, State.ERASED);

    /** What the reason of an item begins with that waits for verdicts. */
    private static final String WAITS = "waits for the verdict of ";

    private static final Actor WHO = Actor.service("mail-gateway");

    private final Store store;
    private final InstantSource clock;

    Filing(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Files a mail as it came. */
    void arrived(Share share, Content original, Optional<SenderIdentity> sender) {
        store.items()
                .accept(
                        share.organisation(),
                        WHO,
                        arrival(share, title(original)),
                        stage(share, Area.ORIGINAL, original),
                        sender);
    }

    private Arrival arrival(Share share, Untrusted title) {
        Instant now = clock.instant();
        return new Arrival(
                share.id(),
                Kind.MAIL,
                share.route().organisation().unit().group(),
                Untrusted.of(share.envelope().from()),
                share.envelope().recipients().stream()
                        .map(recipient -> Untrusted.of(recipient.mailbox().toString()))
                        .toList(),
                title,
                now,
                now.plus(share.route().organisation().retention()));
    }

    /** Nobody decodes it: it is what the item can be found by. */
    private static Untrusted title(Content mail) {
        byte[] head = new byte[(int) Math.min(mail.size(), HeaderLines.ENOUGH)];
        mail.copy(0, head, 0, head.length);
        return HeaderLines.of(head).subject();
    }

    /** Files a mail with what came of it; once, however often it is asked for. */
    void concluded(
            Share share, Content original, Outcome outcome, Rebuilding rebuilding, Optional<SenderIdentity> sender) {
        if (state(share).filter(State::isAtRest).isPresent()) {
            return;
        }
        Report report = outcome.report();
        Conclusion conclusion = conclusion(report, rebuilding);
        Staged staged = stage(share, Area.ORIGINAL, original);
        List<Staged> cleaned = cleaned(share, outcome);
        Untrusted title = Gist.of(outcome).map(Gist::title).orElseGet(() -> title(original));
        store.items().file(share.organisation(), WHO, arrival(share, title), staged, conclusion, cleaned, sender);
    }

    private static Conclusion conclusion(Report report, Rebuilding rebuilding) {
        return new Conclusion(
                Part.of(report),
                report.engineVersion(),
                report.policyHash(),
                rebuilding.report().apply(report),
                report.output().isPresent() ? rebuilding.receipt().apply(report) : "");
    }

    private List<Staged> cleaned(Share share, Outcome outcome) {
        return outcome instanceof Outcome.Rebuilt rebuilt
                ? List.of(stage(share, Area.CLEANED, rebuilt.content().content()))
                : List.of();
    }

    /**
     * The share under an id that it can be held under: the same mail may have come before, and have been delivered or erased since.
     * What is filed under that id says nothing of this one.
     */
    Share holdable(Share share) {
        Share now = share;
        while (isOver(now)) {
            now = now.again();
        }
        return now;
    }

    private boolean isOver(Share share) {
        return state(share).filter(OVER::contains).isPresent();
    }

    /** Holds a mail that was filed. */
    void hold(Share share, String why) {
        if (state(share).orElseThrow().next().contains(State.HELD)) {
            store.items().move(share.organisation(), WHO, share.id(), State.HELD, why);
        }
    }

    /** Holds a mail that was filed, and notes what it waits for: both or neither, and once. What is held already waits for a person. */
    void await(Prepared one, Noted noted, Rebuilding rebuilding) {
        Share share = one.share();
        List<Ticket> tickets = one.awaited().tickets();
        Duration wait = rebuilding.later().orElseThrow().policy().patience();
        Waiter waiter = new Waiter(
                share.id(),
                share.route().organisation().unit().group(),
                tickets.stream()
                        .map(ticket -> new Claim(ticket.source(), ticket.number(), ticket.sha256(), ticket.about()))
                        .toList(),
                Action.GO_ON.name(),
                noted.write(),
                clock.instant().plus(wait));
        String sources = tickets.stream().map(Ticket::source).distinct().collect(Collectors.joining(", "));
        store.ledger().change(share.organisation(), WHO, change -> {
            State now = store.items()
                    .find(change.rows(), share.id())
                    .map(Item::state)
                    .orElseThrow();
            boolean waits = now == State.REBUILT && store.waiting().hold(change, waiter);
            if (waits) {
                store.items().move(change, share.id(), State.HELD, WAITS + sources);
            }
            return waits;
        });
    }

    /** Whether a mail that waited is held for nothing else: what came of processing it again may be a person's to decide on. */
    boolean mayBeReleased(Item item) {
        String why =
                store.trail().events(item.organisation(), item.id()).getLast().why();
        return item.state() != State.HELD || why.startsWith(WAITS) || why.equals(Reprocessing.HELD_AS_BEFORE);
    }

    /** Notes what others have said of a mail that waited; once, however often. */
    void assessed(Item item, Settlement settlement) {
        for (Heard one : settlement.heard()) {
            Assessment said =
                    new Assessment(one.ticket().source(), one.ticket().sha256(), Opinions.of(one), settlement.at());
            if (!item.assessments().contains(said)) {
                store.items().assess(item.organisation(), WHO, item.id(), said);
            }
        }
    }

    /** Puts what came of a mail of the store in the place of what came of it before, unless it stands there. */
    void renewed(Prepared one, Rebuilding rebuilding, String why) {
        Share share = one.share();
        Report report = one.report();
        Item item = store.items().find(share.organisation(), share.id()).orElseThrow();
        boolean stands = item.state() == Conclusion.state(report.verdict())
                && item.conclusion().flatMap(was -> was.root().output()).equals(report.output());
        if (stands) {
            return;
        }
        if (item.state() != State.PROCESSING) {
            store.items().move(share.organisation(), WHO, share.id(), State.PROCESSING, why);
        }
        List<Staged> cleaned = cleaned(share, one.outcome());
        Conclusion conclusion = conclusion(report, rebuilding);
        store.items().conclude(share.organisation(), WHO, share.id(), conclusion, cleaned, why);
    }

    /** Says that a mail that was filed has been delivered. */
    void delivered(Share share) {
        if (state(share).filter(State.REBUILT::equals).isPresent()) {
            store.items().move(share.organisation(), WHO, share.id(), State.DELIVERED, "");
        }
    }

    /** Where it stands; empty while it was not filed. */
    private Optional<State> state(Share share) {
        return store.items().find(share.organisation(), share.id()).map(Item::state);
    }

    private Staged stage(Share share, Area area, Content content) {
        try {
            return store.blobs().stage(share.organisation(), area, content.stream(), content.size());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the store", e);
        }
    }

    /** Makes room for an organisation. */
    void enrol(Organisation organisation) {
        store.organisations().enrol(organisation, WHO);
    }
}
