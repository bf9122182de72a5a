package jp.kiyome.bridge.pending;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.bridge.policy.VerdictRules;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.LaterSource;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.finding.Untrusted;

/**
 * Looks after what waits. It has no memory of its own: whoever calls {@link #lookAfter} next, in this process or another, goes
 * on from the store. Threads may share it.
 */
public final class PendingVerdicts {

    private final PendingStore store;
    private final Map<String, LaterSource> sources = new HashMap<>();
    private final VerdictRules rules;
    private final Duration timeOfOneLook;
    private final ThreatListener listener;
    private final InstantSource clock;

    /**
     * Looks after the items of a store.
     *
     * @param sources all; only those that answer later matter
     * @param timeOfOneLook at one ticket
     */
    public PendingVerdicts(
            PendingStore store,
            List<VerdictSource> sources,
            VerdictRules rules,
            Duration timeOfOneLook,
            ThreatListener listener,
            InstantSource clock) {
        this.store = store;
        this.rules = rules;
        this.timeOfOneLook = timeOfOneLook;
        this.listener = listener;
        this.clock = clock;
        for (VerdictSource source : sources) {
            if (source instanceof LaterSource later) {
                this.sources.put(source.name(), later);
            }
        }
    }

    /**
     * Looks once at everything that waits, and settles what can be settled.
     *
     * @return what this call settled
     */
    public List<Settlement> lookAfter() {
        List<Settlement> done = new ArrayList<>();
        for (PendingItem item : store.waiting()) {
            settlement(item).filter(store::settle).ifPresent(done::add);
        }
        return done;
    }

    /**
     * Carries out what is settled. When the process dies between the doing and the note of it, the doing is called again with the
     * same id: it must take that for done.
     *
     * @param doing whether it is done now; what is not is called again
     */
    public void carryOut(Predicate<Settlement> doing) {
        for (Settlement settlement : store.settled()) {
            if (doing.test(settlement)) {
                store.acted(settlement.id());
            }
        }
    }

    private Optional<Settlement> settlement(PendingItem item) {
        boolean overdue = !clock.instant().isBefore(item.deadline());
        List<Heard> heard = new ArrayList<>();
        Action action = item.settled();
        Verdict worst = Verdict.nothingFound();
        int ended = 0;
        for (Ticket ticket : item.tickets()) {
            Optional<Verdict> verdict = look(ticket, overdue);
            heard.add(new Heard(ticket, verdict.orElseGet(() -> pending(ticket))));
            if (verdict.isPresent()) {
                ended++;
                Action leads = rules.on(verdict.get());
                if (leads.compareTo(rules.on(worst)) > 0) {
                    worst = verdict.get();
                }
                action = action.stricter(leads);
            }
        }
        if (ended == item.tickets().size() || action == Action.BLOCK) {
            return Optional.of(made(item, action, Settlement.Cause.VERDICT, worst, heard));
        }
        return overdue
                ? Optional.of(made(
                        item,
                        action.stricter(rules.atDeadline()),
                        Settlement.Cause.DEADLINE,
                        Verdict.notScanned(WhyNotScanned.TIME_OUT, ""),
                        heard))
                : Optional.empty();
    }

    private static Verdict pending(Ticket ticket) {
        return Verdict.notScanned(WhyNotScanned.PENDING, ticket.number());
    }

    /** What a ticket has become; a source that is away meanwhile may be back before the deadline. */
    private Optional<Verdict> look(Ticket ticket, boolean overdue) {
        LaterSource source = sources.get(ticket.source());
        if (source == null) {
            return Optional.of(Verdict.notScanned(WhyNotScanned.NOBODY_ASKED, ticket.source()));
        }
        return switch (source.look(ticket.number(), ticket.about(), Deadline.in(timeOfOneLook))) {
            case LaterSource.InWork work -> Optional.empty();
            case LaterSource.Ended ended -> {
                if (ended.verdict() instanceof Verdict.Threat threat) {
                    listener.threat(ticket.sha256(), ticket.source(), threat);
                }
                yield Optional.of(ended.verdict()).filter(verdict -> overdue || !mayPass(verdict));
            }
        };
    }

    private static boolean mayPass(Verdict verdict) {
        return verdict instanceof Verdict.NotScanned unscanned
                && (unscanned.why() == WhyNotScanned.SOURCE_DOWN || unscanned.why() == WhyNotScanned.TIME_OUT);
    }

    private Settlement made(
            PendingItem item, Action action, Settlement.Cause cause, Verdict verdict, List<Heard> heard) {
        return new Settlement(item.id(), action, cause, Untrusted.of(verdict.toString()), heard, clock.instant());
    }
}
