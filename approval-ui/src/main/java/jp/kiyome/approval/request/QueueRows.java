package jp.kiyome.approval.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Permission;
import jp.kiyome.approval.person.Person;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Kind;

/**
 * Reads what waits for somebody, with their items in one statement: who may decide for a group finds its requests however many others
 * wait before them. Values are always parameters.
 */
final class QueueRows {

    private final List<String> where = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private QueueRows(Person person, QueueFilter filter) {
        condition("r.requester <> :self", "self", person.name().value());
        Set<Group> groups = groups(person);
        if (!groups.contains(Group.WHOLE)) {
            condition(
                    "i.group_name in (:groups)",
                    "groups",
                    groups.stream().map(Group::name).sorted().toList());
        }
        filter.group().ifPresent(group -> condition("i.group_name = :group", "group", group.name()));
        filter.kind().ifPresent(kind -> condition("i.kind = :kind", "kind", kind.name()));
        filter.wanted().ifPresent(wanted -> condition("r.wanted = :wanted", "wanted", wanted.name()));
        filter.type().ifPresent(type -> condition("p.type = :type", "type", type));
        filter.until().ifPresent(until -> condition("r.made <= :until", "until", Times.of(until)));
    }

    /** Whose items somebody may decide on. */
    private static Set<Group> groups(Person person) {
        return person.grants().stream()
                .filter(grant -> grant.role().permissions().contains(Permission.DECIDE))
                .map(Grant::group)
                .collect(Collectors.toSet());
    }

    private void condition(String condition, String name, Object value) {
        where.add(condition);
        values.put(name, value);
    }

    /** The longest waiting first. */
    static List<Queued> read(Rows rows, Person person, QueueFilter filter, int most) {
        if (groups(person).isEmpty()) {
            return List.of();
        }
        QueueRows queue = new QueueRows(person, filter);
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
