package jp.kiyome.approval.request;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import jp.kiyome.approval.chain.Approver;
import jp.kiyome.approval.chain.Patience;
import jp.kiyome.approval.chain.Turn;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.store.Items;
import jp.kiyome.quarantine.store.Store;

/**
 * Looks after requests whose time is coming or over: reminds, lets deputies decide, lets lapse. Each of these is one change with its
 * letters and its record: of any number of processes that look, one does it, once, and a stop in between loses nothing. Threads share it.
 */
public final class Deadlines {

    private static final Actor WHO = Actor.service("web");

    /** Requests of one look at most; the next look has the rest. */
    private static final int MOST = 500;

    private final Ledger ledger;
    private final Items items;
    private final Course course;
    private final InstantSource clock;

    public Deadlines(Store store, Messenger messenger, InstantSource clock) {
        this.ledger = store.ledger();
        this.items = store.items();
        this.course = new Course(store.items(), messenger);
        this.clock = clock;
    }

    /** Does for an organisation what is to be done now. */
    public void look(Organisation organisation) {
        List<RequestId> due = ledger.read(organisation, rows -> RequestRows.toLookAt(rows, clock.instant(), MOST));
        for (RequestId id : due) {
            ledger.change(organisation, WHO, change -> {
                RequestRows.find(change.rows(), id)
                        .filter(request -> request.phase() == Phase.OPEN)
                        .filter(request -> !request.progress().lookAt().isAfter(change.now()))
                        .ifPresent(request -> look(change, request));
                return id;
            });
        }
    }

    private void look(Change change, Request request) {
        Item item = items.find(change.rows(), request.item()).orElseThrow();
        if (course.lapseIfChanged(change, request, item)) {
            return;
        }
        Progress progress = request.progress();
        if (change.now().isBefore(progress.deadline())) {
            RequestRows.progress(change.rows(), request.id(), progress.reminded());
            Course.record(change, request, "request.remind", Map.of());
            course.tell(change, request, item, News.Occasion.REMINDED);
        } else if (progress.escalated()) {
            course.lapse(change, request, item, "nobody decided in time");
        } else {
            escalate(change, request, item, progress.chain().patience().orElseThrow());
        }
    }

    private void escalate(Change change, Request request, Item item, Patience patience) {
        Progress next = request.progress().escalated(patience, change.now());
        for (Turn turn : new Turns(change.rows(), request).open()) {
            Approver deputies = turn.who().deputies(item.arrival().group());
            TurnRows.insert(change.rows(), request.id(), new Turn(turn.step(), turn.slot(), deputies, true, true));
        }
        RequestRows.progress(change.rows(), request.id(), next);
        Course.record(
                change,
                request,
                "request.escalate",
                Map.of("until", next.deadline().toString()));
        course.tell(change, request.at(next), item, News.Occasion.ESCALATED);
    }
}
