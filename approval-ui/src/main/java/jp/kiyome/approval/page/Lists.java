package jp.kiyome.approval.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import jp.kiyome.approval.person.Permission;
import jp.kiyome.approval.person.Person;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.CriteriaBuilder;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Items;

/** Lists of items that a person may see, the newest first. Threads share it. */
final class Lists {

    private static final int MOST = 100;
    private static final Set<State> WAITING = Set.of(
            State.HELD, State.REQUESTED, State.RETURNED, State.DENIED, State.BLOCKED, State.LOCKED, State.FAILED);

    private final Items items;
    private final Views views;

    Lists(Items items, Views views) {
        this.items = items;
        this.views = views;
    }

    /** One's own of a kind. An address finds mails from it as well: whose an item is, the item says. */
    List<Line> own(Person person, Kind kind, Locale locale) {
        String address = person.addressFor(kind);
        if (address.isEmpty()) {
            return List.of();
        }
        Organisation organisation = person.organisation();
        Criteria criteria =
                Criteria.where().kind(kind).address(Untrusted.of(address)).build();
        return items.search(organisation, criteria, MOST).stream()
                .filter(hit ->
                        items.find(organisation, hit.id()).filter(person::owns).isPresent())
                .map(hit -> views.line(hit, locale))
                .toList();
    }

    /** What is held in the groups that somebody oversees. */
    List<Line> held(Person person, Locale locale) {
        CriteriaBuilder builder = Criteria.where();
        WAITING.forEach(builder::state);
        Stream<Hit> hits = items.search(person.organisation(), builder.build(), Items.MOST_HITS).stream()
                .filter(hit -> person.may(Permission.OVERSEE, hit.group()));
        return hits.limit(MOST).map(hit -> views.line(hit, locale)).toList();
    }
}
