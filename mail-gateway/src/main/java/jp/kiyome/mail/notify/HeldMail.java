package jp.kiyome.mail.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.mail.rules.Decision;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Event;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Store;

/** Finds what is held of an organisation's mail. Stateless. */
final class HeldMail {

    /** Items of one list at most; who has more has to look into the store. */
    private static final int MOST = 1_000;

    /** What came and was never worked on for so long never will be: it failed too often. */
    private static final Duration GIVEN_UP = Duration.ofHours(1);

    private HeldMail() {}

    /** What came before a time and is held now, the newest first. */
    static List<Item> of(OrganisationSettings whose, Store store, Instant before) {
        List<Item> held = new ArrayList<>(found(whose, store, State.HELD, before));
        held.removeIf(item -> isDiscarded(item, store));
        held.addAll(found(whose, store, State.RECEIVED, before.minus(GIVEN_UP)));
        return held;
    }

    /** A rule has put it away: it is offered to nobody. */
    private static boolean isDiscarded(Item item, Store store) {
        List<Event> events = store.trail().events(item.organisation(), item.id());
        return !events.isEmpty() && events.getLast().why().startsWith(Decision.DISCARDED);
    }

    private static List<Item> found(OrganisationSettings whose, Store store, State state, Instant before) {
        Criteria wanted = Criteria.where().state(state).kind(Kind.MAIL).build();
        List<Hit> hits = store.items().search(whose.organisation(), wanted, MOST);
        return hits.stream()
                .filter(hit -> hit.received().isBefore(before))
                .map(hit -> store.items().find(whose.organisation(), hit.id()))
                .flatMap(Optional::stream)
                .toList();
    }
}
