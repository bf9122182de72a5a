package jp.kiyome.mail.waiting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.kiyome.bridge.pending.Heard;
import jp.kiyome.bridge.pending.PendingItem;
import jp.kiyome.bridge.pending.PendingStore;
import jp.kiyome.bridge.pending.Settlement;
import jp.kiyome.bridge.pending.Ticket;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.waiting.Claim;
import jp.kiyome.quarantine.waiting.End;
import jp.kiyome.quarantine.waiting.Settled;
import jp.kiyome.quarantine.waiting.Waiter;
import jp.kiyome.quarantine.waiting.Waiting;

/**
 * What waits of an organisation's mail, or of a part of it, as the store keeps it. Threads and processes may share it.
 *
 * @param rows of the store
 * @param group of what is taken in here
 * @param whose groups whose items are seen here
 */
record StoredPending(Waiting rows, Organisation organisation, Group group, Predicate<Group> whose)
        implements PendingStore {

    @Override
    public void hold(PendingItem item) {
        List<Claim> claims = item.tickets().stream()
                .map(ticket -> new Claim(ticket.source(), ticket.number(), ticket.sha256(), ticket.about()))
                .toList();
        String leads = item.settled().name();
        Waiter waiter = new Waiter(ItemId.parse(item.id()), group, claims, leads, "", item.deadline());
        if (!rows.hold(organisation, waiter)) {
            throw new IllegalArgumentException("held already: " + item.id());
        }
    }

    @Override
    public List<PendingItem> waiting() {
        return rows.waiting(organisation).stream()
                .filter(waiter -> whose.test(waiter.group()))
                .map(waiter -> new PendingItem(
                        waiter.item().toString(), tickets(waiter), Action.valueOf(waiter.leads()), waiter.deadline()))
                .toList();
    }

    @Override
    public boolean settle(Settlement settlement) {
        List<String> answers = settlement.heard().stream()
                .map(one -> VerdictText.write(one.verdict()))
                .toList();
        End end = new End(
                ItemId.parse(settlement.id()),
                settlement.action().name(),
                settlement.cause().name(),
                settlement.detail(),
                answers,
                settlement.at());
        return rows.settle(organisation, end);
    }

    @Override
    public List<Settlement> settled() {
        return rows.settled(organisation).stream()
                .filter(settled -> whose.test(settled.waiter().group()))
                .map(StoredPending::settlement)
                .toList();
    }

    private static Settlement settlement(Settled settled) {
        End end = settled.end();
        List<Ticket> tickets = tickets(settled.waiter());
        List<Heard> heard = new ArrayList<>();
        for (int i = 0; i < tickets.size(); i++) {
            heard.add(new Heard(tickets.get(i), VerdictText.read(end.answers().get(i))));
        }
        return new Settlement(
                end.item().toString(),
                Action.valueOf(end.action()),
                Settlement.Cause.valueOf(end.cause()),
                end.detail(),
                heard,
                end.at());
    }

    private static List<Ticket> tickets(Waiter waiter) {
        return waiter.claims().stream()
                .map(claim -> new Ticket(claim.source(), claim.ticket(), claim.sha256(), claim.about()))
                .toList();
    }

    /** What was noted of an item that is not dealt with. */
    Optional<Waiter> waiter(String id) {
        return rows.find(organisation, ItemId.parse(id));
    }

    @Override
    public void acted(String id) {
        rows.acted(organisation, ItemId.parse(id));
    }
}
