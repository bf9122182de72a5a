package jp.kiyome.mail.waiting;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.kiyome.bridge.pending.PendingVerdicts;
import jp.kiyome.bridge.pending.Settlement;
import jp.kiyome.bridge.policy.VerdictRules;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.relay.Later;
import jp.kiyome.mail.relay.Notice;
import jp.kiyome.mail.relay.Rebuilding;
import jp.kiyome.mail.relay.Release;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.waiting.Waiter;

/** Looks after what waits of one organisation's mail, or of one group's. Used by one thread. */
final class Watch {

    private static final Duration ONE_LOOK = Duration.ofSeconds(20);

    private final StoredPending kept;
    private final PendingVerdicts pending;
    private final Release release;
    private final Consumer<String> log;
    private boolean open;

    /** @param whole the organisation; the mail of groups that it no longer has is its own */
    Watch(
            DomainName here,
            OrganisationSettings whole,
            OrganisationSettings part,
            Rebuilding how,
            Store store,
            Consumer<Notice> notices,
            Consumer<String> log,
            InstantSource clock) {
        Group own = part.unit().group();
        Set<Group> groups = whole.groups().stream()
                .map(group -> group.settings().unit().group())
                .collect(Collectors.toSet());
        Predicate<Group> whose = own.equals(Group.WHOLE) ? group -> !groups.contains(group) : own::equals;
        this.kept = new StoredPending(store.waiting(), whole.organisation(), own, whose);
        List<VerdictSource> sources = how.later().map(Later::sources).orElse(List.of());
        VerdictRules rules = how.later().map(later -> later.policy().rules()).orElseGet(VerdictRules::usual);
        ThreatListener listener = how.later().map(Later::listener).orElseGet(ThreatListener::none);
        this.pending = new PendingVerdicts(kept, sources, rules, ONE_LOOK, listener, clock);
        this.release = new Release(here, part, how, store, notices, clock);
        this.log = log;
    }

    /** Asks what has become of the tickets; whether anything was settled. */
    boolean look() {
        return !pending.lookAfter().isEmpty();
    }

    /** Carries out what is settled, all that can be; whether something is under way that does not take long. */
    boolean carryOut() {
        open = false;
        pending.carryOut(this::isDone);
        return open;
    }

    /** One mail that cannot be dealt with now does not keep the others waiting. */
    private boolean isDone(Settlement settlement) {
        boolean done = false;
        try {
            Optional<Waiter> waiter = kept.waiter(settlement.id());
            done = waiter.isEmpty() || release.carryOut(settlement, waiter.get());
        } catch (RuntimeException e) {
            log.accept(settlement.id() + ": " + e);
        }
        open |= !done;
        return done;
    }
}
