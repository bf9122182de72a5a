package jp.kiyome.approval.request;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.kiyome.approval.chain.Turn;
import jp.kiyome.approval.person.Permission;
import jp.kiyome.approval.person.Person;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Items;
import jp.kiyome.quarantine.store.Store;

/**
 * Requests and decisions. Everything is checked here once more, inside the transaction that changes it, whatever a page has checked
 * before. What throws {@link No} has changed nothing, but for a request that has lapsed: that is written down. Threads and processes
 * may share it.
 */
public final class Requests {

    /** Rows of one page at most. */
    public static final int MOST = 200;

    private final Ledger ledger;
    private final Items items;
    private final Course course;
    private final Function<Organisation, ApprovalRules> rules;
    private final InstantSource clock;

    /**
     * Requests over a store.
     *
     * @param rules which chains an organisation wants
     * @param clock the store's
     */
    public Requests(
            Store store, Function<Organisation, ApprovalRules> rules, Messenger messenger, InstantSource clock) {
        this.ledger = store.ledger();
        this.items = store.items();
        this.course = new Course(store.items(), messenger);
        this.rules = rules;
        this.clock = clock;
    }

    /** Asks for an item of one's own. */
    public RequestId ask(Person person, ItemId id, Wanted wanted, String typedReason) {
        Untrusted reason = Ask.reason(typedReason);
        return ledger.change(person.organisation(), person.actor(), change -> {
            Item item = own(change, person, id);
            if (!person.may(Permission.ASK)) {
                throw new No(No.Why.NOT_ALLOWED);
            }
            if (!Ask.possible(person, item, wanted)) {
                throw new No(
                        wanted == Wanted.ORIGINAL && !person.may(Permission.RECEIVE_ORIGINALS)
                                ? No.Why.NOT_ALLOWED
                                : No.Why.WRONG_STATE);
            }
            insistNew(change, person, id, wanted);
            return ask(change, person, item, wanted, reason);
        });
    }

    private RequestId ask(Change change, Person person, Item item, Wanted wanted, Untrusted reason) {
        RequestId id = RequestId.at(change.now().toEpochMilli());
        boolean leads = Ask.leads(item.state());
        if (Ask.mustBeHeldFirst(item.state())) {
            items.move(change, item.id(), State.HELD, "asked for");
        }
        if (leads) {
            items.move(change, item.id(), State.REQUESTED, reason.unescaped());
        }
        Request request = new Request(
                id,
                item.id(),
                wanted,
                person.name(),
                reason,
                Phase.OPEN,
                change.now(),
                leads,
                Bond.of(item),
                Progress.at(
                        rules.apply(person.organisation()).chain(item.arrival().group(), wanted), 0, change.now()),
                "",
                Instant.EPOCH,
                Untrusted.nothing());
        RequestRows.insert(change.rows(), request);
        Course.record(change, request, "request.ask", Map.of("words", reason.unescaped()));
        course.begin(change, request, item);
        return id;
    }

    private static void insistNew(Change change, Person person, ItemId item, Wanted wanted) {
        boolean there = RequestRows.of(change.rows(), item).stream()
                .anyMatch(request -> request.phase() == Phase.OPEN
                        && request.wanted() == wanted
                        && request.requester().equals(person.name()));
        if (there) {
            throw new No(No.Why.ASKED_ALREADY);
        }
    }

    /** Takes one's own request back before anybody has decided. */
    public void recall(Person person, RequestId id) {
        ledger.change(person.organisation(), person.actor(), change -> {
            Request request = find(change, id);
            if (!request.requester().equals(person.name())) {
                throw new No(No.Why.NOTHING_THERE);
            }
            if (request.phase() != Phase.OPEN) {
                throw new No(No.Why.WRONG_STATE);
            }
            Item item = items.find(change.rows(), request.item()).orElseThrow();
            course.settle(change, request, item, Phase.RECALLED, person.name().value(), Untrusted.nothing());
            Course.record(change, request, "request.recall", Map.of());
            course.follow(change, request, State.REQUESTED, State.RETURNED, "recalled");
            return id;
        });
    }

    /**
     * Decides on another's request.
     *
     * @param seal of the {@link Bond} that was shown to who decides
     * @param typedComment needed to return or deny
     */
    public void decide(Person person, RequestId id, Decision decision, String seal, String typedComment) {
        Untrusted comment = Ask.comment(decision, typedComment);
        boolean lapsed = ledger.change(person.organisation(), person.actor(), change -> {
            Request request = find(change, id);
            Item item = items.find(change.rows(), request.item()).orElseThrow();
            Turns turns = new Turns(change.rows(), request);
            insistMayDecide(person, request, turns, change.now());
            if (request.phase() != Phase.OPEN) {
                throw new No(No.Why.WRONG_STATE);
            }
            Acting acting = turns.acting(person, change.now());
            if (course.lapseIfChanged(change, request, item)
                    || !request.bond().seal().equals(seal)) {
                return true;
            }
            decided(change, person, request, item, acting, decision, comment);
            return false;
        });
        if (lapsed) {
            throw new No(No.Why.LAPSED);
        }
    }

    private void decided(
            Change change,
            Person person,
            Request request,
            Item item,
            Acting acting,
            Decision decision,
            Untrusted comment) {
        Turn turn = acting.turn();
        Approval approval = new Approval(
                turn.step(), turn.slot(), decision, person.name(), acting.standsFor(), change.now(), comment);
        int number = TurnRows.approvals(change.rows(), request.id()).size();
        TurnRows.insert(change, request.id(), number, approval);
        Map<String, String> told = new HashMap<>(Map.of("words", comment.unescaped(), "step", step(request)));
        acting.standsFor().ifPresent(one -> told.put("for", one.written()));
        Course.record(change, request, "request." + decision.word(), told);
        boolean over = decision != Decision.APPROVE || course.approved(change, request, item, turn);
        if (over) {
            course.settle(change, request, item, decision.phase(), person.name().value(), comment);
            course.follow(change, request, State.REQUESTED, decision.state(), comment.unescaped());
        }
    }

    private static String step(Request request) {
        return request.progress().step() + 1 + "/"
                + request.progress().chain().steps().size();
    }

    /**
     * Decides on several requests, each for itself: what keeps one from being decided on keeps no other. Originals are approved one by one
     * alone, by somebody who has opened the request.
     *
     * @throws No when the comment is missing or too long; then none was decided on
     */
    public List<Choice.Outcome> decideAll(Person person, List<Choice> choices, Decision decision, String typedComment) {
        Ask.comment(decision, typedComment);
        return choices.stream()
                .limit(MOST)
                .map(choice -> new Choice.Outcome(choice, refusal(person, choice, decision, typedComment)))
                .toList();
    }

    private Optional<No.Why> refusal(Person person, Choice choice, Decision decision, String comment) {
        boolean unseen = decision == Decision.APPROVE
                && find(person, choice.id())
                        .filter(request -> request.wanted() == Wanted.ORIGINAL)
                        .isPresent();
        if (unseen) {
            return Optional.of(No.Why.LOOK_FIRST);
        }
        try {
            decide(person, choice.id(), decision, choice.seal(), comment);
            return Optional.empty();
        } catch (No no) {
            return Optional.of(no.why());
        }
    }

    /** Not on one's own request, and not on what one would receive: somebody else has to say yes. */
    private static void insistMayDecide(Person person, Request request, Turns turns, Instant now) {
        if (!person.may(Permission.DECIDE)) {
            throw new No(No.Why.NOT_ALLOWED);
        }
        if (!turns.concern(person, now)) {
            throw new No(No.Why.NOTHING_THERE);
        }
        if (request.requester().equals(person.name())) {
            throw new No(No.Why.OWN_REQUEST);
        }
    }

    /**
     * What an approved request of one's own hands out, now.
     *
     * @return the request, whose item is still what was approved
     */
    public Request insistApproved(Person person, RequestId id, Wanted wanted) {
        boolean[] lapsed = new boolean[1];
        Request request = ledger.change(person.organisation(), person.actor(), change -> {
            Request found = find(change, id);
            Item item = items.find(change.rows(), found.item()).orElseThrow();
            if (!found.requester().equals(person.name()) || !person.owns(item)) {
                throw new No(No.Why.NOTHING_THERE);
            }
            if (found.wanted() != wanted) {
                throw new No(No.Why.WRONG_STATE);
            }
            if (wanted == Wanted.ORIGINAL && !person.may(Permission.RECEIVE_ORIGINALS)) {
                throw new No(No.Why.NOT_ALLOWED);
            }
            if (found.phase() != Phase.APPROVED || item.state() == State.EXPIRED || item.state() == State.ERASED) {
                throw new No(No.Why.WRONG_STATE);
            }
            lapsed[0] = course.lapseIfChanged(change, found, item);
            if (!lapsed[0]) {
                course.follow(change, found, State.APPROVED, State.DELIVERED, "fetched");
            }
            return found;
        });
        if (lapsed[0]) {
            throw new No(No.Why.LAPSED);
        }
        return request;
    }

    private Item own(Change change, Person person, ItemId id) {
        return items.find(change.rows(), id).filter(person::owns).orElseThrow(() -> new No(No.Why.NOTHING_THERE));
    }

    private static Request find(Change change, RequestId id) {
        return RequestRows.find(change.rows(), id).orElseThrow(() -> new No(No.Why.NOTHING_THERE));
    }

    /** A request as it stands; leaves no record. */
    public Optional<Request> find(Person person, RequestId id) {
        return ledger.read(person.organisation(), rows -> RequestRows.find(rows, id));
    }

    /** One's own, the newest first. */
    public List<Request> of(Person person) {
        return ledger.read(person.organisation(), rows -> RequestRows.of(rows, person.name(), MOST));
    }

    /** All of an item, the newest first. */
    public List<Request> of(Person person, ItemId item) {
        return ledger.read(person.organisation(), rows -> RequestRows.of(rows, item));
    }

    /** Those whose turn it is this person's to decide on, the longest waiting first; its own are not among them. */
    public List<Queued> queue(Person person, QueueFilter filter) {
        return ledger.read(person.organisation(), rows -> QueueRows.read(rows, person, filter, clock.instant(), MOST));
    }

    /** What somebody has decided on, or another in their place, the latest first. */
    public List<Request> decidedBy(Person person, int most) {
        return ledger.read(person.organisation(), rows -> RequestRows.decidedBy(rows, person.name(), most));
    }

    /** Whether it is, was or could have been somebody's to decide, in the steps that a request has come to. */
    public boolean isConcern(Person person, Request request) {
        return person.may(Permission.DECIDE)
                && ledger.read(
                        person.organisation(), rows -> new Turns(rows, request).concern(person, clock.instant()));
    }

    /** As what somebody would decide now; empty when it is not their turn. */
    public Optional<Acting> acting(Person person, Request request) {
        if (request.phase() != Phase.OPEN || request.requester().equals(person.name())) {
            return Optional.empty();
        }
        try {
            return Optional.of(ledger.read(
                    person.organisation(), rows -> new Turns(rows, request).acting(person, clock.instant())));
        } catch (No notNow) {
            return Optional.empty();
        }
    }

    /** What was decided in a request's chain, in its order. */
    public List<Approval> approvals(Person person, Request request) {
        return ledger.read(person.organisation(), rows -> TurnRows.approvals(rows, request.id()));
    }
}
