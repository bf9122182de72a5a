package jp.kiyome.approval.request;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.approval.person.Permission;
import jp.kiyome.approval.person.Person;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
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

    public Requests(Store store) {
        this.ledger = store.ledger();
        this.items = store.items();
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
                "",
                Instant.EPOCH,
                Untrusted.nothing());
        RequestRows.insert(change.rows(), request);
        record(change, request, "request.ask", reason.unescaped());
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
            RequestRows.settle(
                    change.rows(), id, Phase.RECALLED, person.name().value(), change.now(), Untrusted.nothing());
            record(change, request, "request.recall", "");
            follow(change, request, State.REQUESTED, State.RETURNED, "recalled");
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
            insistMayDecide(person, request, item);
            if (request.phase() != Phase.OPEN) {
                throw new No(No.Why.WRONG_STATE);
            }
            if (lapse(change, request, item) || !request.bond().seal().equals(seal)) {
                return true;
            }
            RequestRows.settle(
                    change.rows(), id, decision.phase(), person.name().value(), change.now(), comment);
            record(change, request, "request." + decision.word(), comment.unescaped());
            follow(change, request, State.REQUESTED, decision.state(), comment.unescaped());
            return false;
        });
        if (lapsed) {
            throw new No(No.Why.LAPSED);
        }
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
    private static void insistMayDecide(Person person, Request request, Item item) {
        if (!person.may(Permission.DECIDE)) {
            throw new No(No.Why.NOT_ALLOWED);
        }
        if (!person.may(Permission.DECIDE, item.arrival().group())) {
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
            lapsed[0] = lapse(change, found, item);
            if (!lapsed[0]) {
                follow(change, found, State.APPROVED, State.DELIVERED, "fetched");
            }
            return found;
        });
        if (lapsed[0]) {
            throw new No(No.Why.LAPSED);
        }
        return request;
    }

    private boolean lapse(Change change, Request request, Item item) {
        if (Bond.of(item).equals(request.bond())) {
            return false;
        }
        RequestRows.settle(
                change.rows(), request.id(), Phase.LAPSED, request.decidedBy(), change.now(), request.comment());
        record(change, request, "request.lapse", "");
        follow(change, request, State.REQUESTED, State.RETURNED, "lapsed");
        return true;
    }

    /** The item goes with the request that leads it, from where that has brought it. */
    private void follow(Change change, Request request, State from, State to, String why) {
        Optional<Item> item = items.find(change.rows(), request.item());
        if (request.leads() && item.isPresent() && item.get().state() == from) {
            items.move(change, request.item(), to, why);
        }
    }

    private Item own(Change change, Person person, ItemId id) {
        return items.find(change.rows(), id).filter(person::owns).orElseThrow(() -> new No(No.Why.NOTHING_THERE));
    }

    private static Request find(Change change, RequestId id) {
        return RequestRows.find(change.rows(), id).orElseThrow(() -> new No(No.Why.NOTHING_THERE));
    }

    private static void record(Change change, Request request, String action, String words) {
        Map<String, String> detail = new HashMap<>();
        detail.put("request", request.id().toString());
        detail.put("wanted", request.wanted().name());
        detail.put("requester", request.requester().value());
        detail.put("original", request.bond().original());
        detail.put("output", request.bond().output());
        detail.put("policy", request.bond().policy());
        detail.put("words", words);
        change.record(action, request.item().toString(), detail);
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

    /** Those that wait for somebody who may decide as this person may, the longest first; its own are not among them. */
    public List<Queued> queue(Person person, QueueFilter filter) {
        return ledger.read(person.organisation(), rows -> QueueRows.read(rows, person, filter, MOST));
    }
}
