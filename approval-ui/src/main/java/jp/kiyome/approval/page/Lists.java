package jp.kiyome.approval.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Permission;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.search.SearchForm;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.CriteriaBuilder;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.store.Items;

/** Lists of items that a person may see, the newest first. Threads share it. */
final class Lists {

    /** Lines of one page. */
    static final int MOST = 100;

    private static final Comparator<Hit> NEWEST =
            Comparator.comparing(Hit::received).thenComparing(Hit::id).reversed();

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

    /**
     * What a search finds in the groups that somebody oversees, group by group, so that others' items stand in nobody's way.
     *
     * @param after a {@link #place} behind which to go on; anything else begins anew
     */
    List<Hit> held(Person person, SearchForm form, String after) {
        Set<Group> groups = overseen(person);
        if (groups.contains(Group.WHOLE)) {
            return search(person, form.criteria(), after);
        }
        return groups.stream()
                .flatMap(group -> search(person, form.criteria().group(group), after).stream())
                .sorted(NEWEST)
                .limit(MOST)
                .toList();
    }

    /** The groups that somebody oversees; {@link Group#WHOLE} is one of them where it is all. */
    Set<Group> overseen(Person person) {
        return person.grants().stream()
                .filter(grant -> grant.role().permissions().contains(Permission.OVERSEE))
                .map(Grant::group)
                .collect(Collectors.toSet());
    }

    private List<Hit> search(Person person, CriteriaBuilder asked, String after) {
        Criteria criteria = asked.build();
        return items.search(
                person.organisation(), cursor(after).map(criteria::after).orElse(criteria), MOST);
    }

    /** Where a page ends, as it stands in an address. */
    static String place(Hit last) {
        return last.received().toEpochMilli() + "." + last.id();
    }

    private static Optional<Hit.Cursor> cursor(String place) {
        if (!place.matches("[0-9]{1,15}\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return Optional.empty();
        }
        int dot = place.indexOf('.');
        Instant received = Instant.ofEpochMilli(Long.parseLong(place.substring(0, dot)));
        return Optional.of(new Hit.Cursor(received, ItemId.parse(place.substring(dot + 1))));
    }
}
