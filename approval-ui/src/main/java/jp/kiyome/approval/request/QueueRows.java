package jp.kiyome.approval.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.kiyome.approval.chain.Approver;
import jp.kiyome.approval.deputy.Deputies;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Permission;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Kind;

/**
 * Reads what waits for somebody, with their items in one statement: whose turn it is finds its requests however many others
 * wait before them. Values are always parameters. It is as {@link Turns} says.
 */
final class QueueRows {

    private final List<String> where = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private QueueRows(Person person, List<Person> places, QueueFilter filter) {
        condition("r.requester <> :self", "self", person.name().value());
        where.add(notInvolved(person, "self"));
        List<String> turns = new ArrayList<>(List.of(turn(person, 0)));
        for (int i = 0; i < places.size(); i++) {
            String name = "place" + (i + 1);
            values.put(name, places.get(i).name().value());
            turns.add("(r.requester <> :" + name + " and " + notInvolved(places.get(i), name) + " and "
                    + turn(places.get(i), i + 1) + ")");
        }
        where.add("(" + String.join(" or ", turns) + ")");
        filter.group().ifPresent(group -> condition("i.group_name = :group", "group", group.name()));
        filter.kind().ifPresent(kind -> condition("i.kind = :kind", "kind", kind.name()));
        filter.wanted().ifPresent(wanted -> condition("r.wanted = :wanted", "wanted", wanted.name()));
        filter.type().ifPresent(type -> condition("p.type = :type", "type", type));
        filter.until().ifPresent(until -> condition("r.made <= :until", "until", Times.of(until)));
    }

    private void condition(String condition, String name, Object value) {
        where.add(condition);
        values.put(name, value);
    }

    /** Nobody decides twice in one chain. */
    private String notInvolved(Person person, String name) {
        values.put(name + "Named", new Approver.Named(person.name()).written());
        return "not exists (select 1 from approval a where a.organisation = r.organisation and a.request = r.id"
                + " and (a.decided_by = :" + name + " or a.stands_for = :" + name + "Named))";
    }

    /** A place in the present step that is somebody's to fill. */
    private String turn(Person person, int number) {
        String account = "account" + number;
        values.put(account, person.name().value());
        List<String> whose = new ArrayList<>(List.of("t.account = :" + account));
        Map<Group, List<String>> roles = roles(person);
        for (Map.Entry<Group, List<String>> of : roles.entrySet()) {
            String name = "roles" + number + "of" + values.size();
            values.put(name, of.getValue());
            if (of.getKey().equals(Group.WHOLE)) {
                whose.add("t.role in (:" + name + ")");
            } else {
                values.put(name + "Group", of.getKey().name());
                whose.add("(t.role in (:" + name + ") and t.group_name = :" + name + "Group)");
            }
        }
        return "exists (select 1 from request_turn t where t.organisation = r.organisation and t.request = r.id"
                + " and t.step = r.step and t.open and (" + String.join(" or ", whose) + "))";
    }

    /** What somebody is in turn as, by the group that it is about. */
    private static Map<Group, List<String>> roles(Person person) {
        Map<Group, List<String>> all = new TreeMap<>((one, other) -> one.name().compareTo(other.name()));
        for (Grant grant : person.grants()) {
            if (grant.role().permissions().contains(Permission.DECIDE)) {
                Stream<String> words = grant.role() == Role.DEPUTY_APPROVER
                        ? Stream.of(grant.role().name())
                        : Stream.of(grant.role().name(), TurnRows.WHOEVER);
                words.forEach(word -> all.computeIfAbsent(grant.group(), none -> new ArrayList<>())
                        .add(word));
            }
        }
        return all;
    }

    /** The longest waiting first. */
    static List<Queued> read(Rows rows, Person person, QueueFilter filter, Instant now, int most) {
        if (!person.may(Permission.DECIDE)) {
            return List.of();
        }
        List<Person> places = Deputies.placesOf(rows, person.name(), now).stream()
                .filter(one -> one.may(Permission.DECIDE))
                .toList();
        QueueRows queue = new QueueRows(person, places, filter);
        String sql = """
                select r.*, i.kind, i.group_name, i.title, coalesce(p.type, '') as type from request r
                join item i on i.organisation = r.organisation and i.id = r.item
                left join part p on p.organisation = r.organisation and p.item = r.item and p.number = 0
                where r.organisation = :organisation and r.state = 'OPEN' and\s""" + String.join(" and ", queue.where) + " order by r.made, r.id limit :most";
        return rows.sql(sql)
                .params(queue.values)
                .param("most", most)
                .query((row, number) -> new Queued(
                        RequestRows.read(row),
                        Kind.valueOf(row.getString("kind")),
                        new Group(row.getString("group_name")),
                        StoredText.read(row.getString("title")),
                        row.getString("type")))
                .list();
    }
}
