package jp.kiyome.approval.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.approval.chain.Approver;
import jp.kiyome.approval.chain.ChainStep;
import jp.kiyome.approval.chain.Turn;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Items;

/** How a request goes on, from step to step and to its end: parts of changes. Threads share it. */
final class Course {

    private final Items items;
    private final Messenger messenger;

    Course(Items items, Messenger messenger) {
        this.items = items;
        this.messenger = messenger;
    }

    /** Comes to a step: whoever is to decide is told. */
    void begin(Change change, Request request, Item item) {
        int step = request.progress().step();
        List<Approver> approvers = request.progress().present().approvers();
        for (int slot = 0; slot < approvers.size(); slot++) {
            TurnRows.insert(change.rows(), request.id(), new Turn(step, slot, approvers.get(slot), false, true));
        }
        tell(change, request, item, News.Occasion.ASKED);
    }

    void tell(Change change, Request request, Item item, News.Occasion why) {
        List<Turn> open = new Turns(change.rows(), request).open();
        messenger.tell(change, new News.YourTurn(request, item, open, why));
    }

    /**
     * Goes on after an approval.
     *
     * @return whether nobody else is to approve
     */
    boolean approved(Change change, Request request, Item item, Turn turn) {
        boolean whole = request.progress().present().need() == ChainStep.Need.ANY;
        TurnRows.close(change.rows(), request.id(), turn.step(), whole ? -1 : turn.slot());
        boolean done = new Turns(change.rows(), request).open().isEmpty();
        if (done && !request.progress().isLast()) {
            Progress next =
                    Progress.at(request.progress().chain(), request.progress().step() + 1, change.now());
            RequestRows.progress(change.rows(), request.id(), next);
            begin(change, request.at(next), item);
            return false;
        }
        return done;
    }

    /** Ends a request; whoever asked is told, but of what they did themselves. */
    void settle(Change change, Request request, Item item, Phase phase, String by, Untrusted comment) {
        RequestRows.settle(change.rows(), request.id(), phase, by, change.now(), comment);
        if (phase != Phase.RECALLED) {
            Request now = RequestRows.find(change.rows(), request.id()).orElseThrow();
            messenger.tell(change, new News.Result(now, item));
        }
    }

    /** Whether the item is not what was asked for any more: then the request is over. */
    boolean lapseIfChanged(Change change, Request request, Item item) {
        if (Bond.of(item).equals(request.bond())) {
            return false;
        }
        lapse(change, request, item, "");
        return true;
    }

    void lapse(Change change, Request request, Item item, String why) {
        settle(change, request, item, Phase.LAPSED, request.decidedBy(), request.comment());
        record(change, request, "request.lapse", Map.of("words", why));
        follow(change, request, State.REQUESTED, State.RETURNED, "lapsed");
    }

    /** The item goes with the request that leads it, from where that has brought it. */
    void follow(Change change, Request request, State from, State to, String why) {
        Optional<Item> item = items.find(change.rows(), request.item());
        if (request.leads() && item.isPresent() && item.get().state() == from) {
            items.move(change, request.item(), to, why);
        }
    }

    static void record(Change change, Request request, String action, Map<String, String> more) {
        Map<String, String> detail = new HashMap<>(more);
        detail.put("request", request.id().toString());
        detail.put("wanted", request.wanted().name());
        detail.put("requester", request.requester().value());
        detail.put("original", request.bond().original());
        detail.put("output", request.bond().output());
        detail.put("policy", request.bond().policy());
        change.record(action, request.item().toString(), detail);
    }
}
