package jp.kiyome.approval.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.approval.account.Account;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;

/**
 * The sessions that are open in this process: so many for each account, and the longest unused ends for one more. A session that does
 * not stand here is over, whatever cookie names it. Threads share it.
 */
public final class Sessions {

    /** How long one lasts that nobody uses. */
    public static final Duration IDLE = Duration.ofMinutes(30);
    /** However much somebody does, they sign in anew each day. */
    public static final Duration LONGEST = Duration.ofHours(10);

    private final int most;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Map<Whose, Map<UUID, OpenSession>> open = new HashMap<>();

    private record Whose(Organisation organisation, AccountName name) {

        static Whose of(Account account) {
            return new Whose(account.person().organisation(), account.person().name());
        }
    }

    /** @param most of an account at a time */
    public Sessions(int most, Ledger ledger, InstantSource clock) {
        this.most = most;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Begins one; those above the number end, and the trail tells. */
    public UUID begin(Account account, Side side, Untrusted program) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        int ended;
        synchronized (open) {
            sweep(now);
            Map<UUID, OpenSession> own = open.computeIfAbsent(Whose.of(account), any -> new HashMap<>());
            own.values().removeIf(one -> one.generation() != account.generation());
            List<OpenSession> oldest = own.values().stream()
                    .sorted(Comparator.comparing(OpenSession::last).thenComparing(OpenSession::began))
                    .limit(Math.max(0, own.size() + 1 - most))
                    .toList();
            oldest.forEach(one -> own.remove(one.id()));
            ended = oldest.size();
            own.put(id, new OpenSession(id, account.generation(), side, program, now, now));
        }
        for (int i = 0; i < ended; i++) {
            record(Whose.of(account), "too many at once");
        }
        return id;
    }

    /** Forgets what is over by its age: what is held here is bounded by who is there. */
    private void sweep(Instant now) {
        open.values().forEach(own -> own.values().removeIf(one -> isOver(one, now)));
        open.values().removeIf(Map::isEmpty);
    }

    private static boolean isOver(OpenSession session, Instant now) {
        return session.last().plus(IDLE).isBefore(now)
                || session.began().plus(LONGEST).isBefore(now);
    }

    /** Uses one; false when it is over. */
    public boolean use(Organisation organisation, AccountName name, UUID id) {
        Instant now = clock.instant();
        synchronized (open) {
            Map<UUID, OpenSession> own = open.getOrDefault(new Whose(organisation, name), Map.of());
            OpenSession session = own.get(id);
            if (session == null || isOver(session, now)) {
                return false;
            }
            own.put(
                    id,
                    new OpenSession(id, session.generation(), session.side(), session.program(), session.began(), now));
            return true;
        }
    }

    /** Those of an account, the last used first. */
    public List<OpenSession> of(Account account) {
        Instant now = clock.instant();
        synchronized (open) {
            List<OpenSession> own = new ArrayList<>(
                    open.getOrDefault(Whose.of(account), Map.of()).values());
            own.removeIf(one -> isOver(one, now) || one.generation() != account.generation());
            own.sort(Comparator.comparing(OpenSession::last).reversed());
            return List.copyOf(own);
        }
    }

    /** Ends one without a word, as somebody who signs out or goes on does. */
    public void leave(Visit visit) {
        synchronized (open) {
            Optional.ofNullable(open.get(new Whose(visit.organisation(), visit.name())))
                    .ifPresent(own -> visit.session().ifPresent(own::remove));
        }
    }

    /** Ends one from another; false when it is none of this account's. */
    public boolean end(Account account, UUID id) {
        boolean ended;
        synchronized (open) {
            ended = Optional.ofNullable(open.get(Whose.of(account)))
                    .map(own -> own.remove(id))
                    .isPresent();
        }
        if (ended) {
            record(Whose.of(account), "by their owner");
        }
        return ended;
    }

    private void record(Whose whose, String why) {
        ledger.change(whose.organisation(), Actor.person(whose.name().value()), change -> {
            change.record(
                    "account.session-end", "", Map.of("account", whose.name().value(), "why", why));
            return why;
        });
    }
}
