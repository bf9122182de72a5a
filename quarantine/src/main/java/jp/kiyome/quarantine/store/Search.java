package jp.kiyome.quarantine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.State;

/**
 * Puts criteria into one statement. The first keyword leads: its rows lie newest first, so the rest of the criteria is asked of
 * those items alone, until the page is full. Values are always parameters.
 */
final class Search {

    /** Not "like": PostgreSQL takes that for rare, reads all items and sorts them, however many have the text. */
    private static final String HAS_TEXT = "position(:text in t.text) > 0";

    private static final Comparator<Hit> NEWEST =
            Comparator.comparing(Hit::received).thenComparing(Hit::id).reversed();
    private static final Instant EVER = Instant.parse("9999-12-30T00:00:00Z");

    private final List<String> where = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, String> keywords = new LinkedHashMap<>();

    private Search(Criteria criteria) {
        // The rarest first.
        criteria.sha256().ifPresent(word -> keywords.put(Keywords.SHA256, word));
        criteria.threat().ifPresent(word -> keywords.put(Keywords.THREAT, word));
        criteria.address().ifPresent(word -> keywords.put(Keywords.ADDRESS, Keywords.folded(word)));
        criteria.finding().ifPresent(word -> keywords.put(Keywords.FINDING, word));
        criteria.type().ifPresent(word -> keywords.put(Keywords.TYPE, word));
        criteria.kind().ifPresent(kind -> equal("i.kind", "kind", kind.name()));
        criteria.group().ifPresent(group -> equal("i.group_name", "group", group.name()));
        criteria.outcome().ifPresent(verdict -> {
            where.add("exists (select 1 from part p where p.organisation = :organisation and p.item = i.id"
                    + " and p.number = 0 and p.verdict = :outcome)");
            values.put("outcome", verdict.name());
        });
        criteria.engineVersion().ifPresent(version -> equal("i.engine_version", "engine", version));
        criteria.policyHash().ifPresent(hash -> equal("i.policy_hash", "policy", hash));
    }

    /** Where items are read in their own order, several states are looked for one after the other, each in an index of its own. */
    static List<Hit> run(Rows rows, Criteria criteria, int most) {
        boolean ordered = new Search(criteria).leader(criteria).equals("i");
        if (!ordered || criteria.states().size() < 2) {
            return run(rows, criteria, criteria.states(), most);
        }
        return criteria.states().stream()
                .flatMap(state -> run(rows, criteria, Set.of(state), most).stream())
                .sorted(NEWEST)
                .limit(most)
                .toList();
    }

    private static List<Hit> run(Rows rows, Criteria criteria, Set<State> states, int most) {
        Search search = new Search(criteria);
        String leader = search.leader(criteria);
        if (states.size() == 1) {
            search.equal("i.state", "state", states.iterator().next().name());
        } else if (!states.isEmpty()) {
            search.condition(
                    "i.state in (:states)",
                    "states",
                    states.stream().map(State::name).sorted().toList());
        }
        search.times(criteria, leader);
        String sql = "select i.id, i.kind, i.group_name, i.sender, i.title, i.state, i.received, i.original_size from "
                + search.from(leader)
                + " where " + leader + ".organisation = :organisation"
                + search.where.stream().map(condition -> " and " + condition).reduce("", String::concat)
                + " order by " + order(leader, states.size() == 1) + " limit :most";
        return rows.sql(sql)
                .params(search.values)
                .param("most", most)
                .query((row, number) -> hit(row))
                .list();
    }

    /** The table whose rows are read in the order of results. */
    private String leader(Criteria criteria) {
        String leader = "i";
        int number = 0;
        for (Map.Entry<String, String> keyword : keywords.entrySet()) {
            String field = "field" + number;
            String word = "word" + number;
            values.put(field, keyword.getKey());
            values.put(word, keyword.getValue());
            if (number == 0) {
                leader = "k";
                where.add("k.field = :field0 and k.word = :word0");
            } else {
                where.add("exists (select 1 from keyword o where o.organisation = :organisation and o.field = :" + field
                        + " and o.word = :" + word + " and o.received = k.received and o.item = k.item)");
            }
            number++;
        }
        Optional<Untrusted> text = criteria.text();
        if (text.isPresent()) {
            values.put("text", Keywords.folded(text.get()));
            if (leader.equals("k")) {
                where.add("exists (select 1 from item_text t where t.organisation = :organisation"
                        + " and t.received = k.received and t.item = k.item and " + HAS_TEXT + ")");
            } else {
                leader = "t";
                where.add(HAS_TEXT);
            }
        }
        return leader;
    }

    private String from(String leader) {
        return switch (leader) {
            case "k" -> "keyword k join item i on i.organisation = k.organisation and i.id = k.item";
            case "t" -> "item_text t join item i on i.organisation = t.organisation and i.id = t.item";
            default -> "item i";
        };
    }

    /** The newest first. What has but one value is named too: H2 reads an index in its order only where all its columns are. */
    private static String order(String leader, boolean oneState) {
        return switch (leader) {
            case "k" -> "k.organisation desc, k.field desc, k.word desc, k.received desc, k.item desc";
            case "t" -> "t.organisation desc, t.received desc, t.item desc";
            default -> (oneState ? "i.organisation, i.state" : "i.organisation") + ", i.received desc, i.id desc";
        };
    }

    private static String item(String leader) {
        return leader.equals("i") ? "i.id" : leader + ".item";
    }

    private void times(Criteria criteria, String leader) {
        if (criteria.until().isEmpty() && criteria.after().isEmpty()) {
            // Always true: with a bound H2 takes the index in whose order the results are.
            condition(leader + ".received <= :ever", "ever", Times.of(EVER));
        }
        criteria.from().ifPresent(from -> condition(leader + ".received >= :from", "from", Times.of(from)));
        criteria.until().ifPresent(until -> condition(leader + ".received < :until", "until", Times.of(until)));
        if (criteria.after().isPresent()) {
            Hit.Cursor after = criteria.after().get();
            where.add("(" + leader + ".received < :after or " + leader + ".received = :after and " + item(leader)
                    + " < :afterItem)");
            where.add(leader + ".received <= :after");
            values.put("after", Times.of(after.received()));
            values.put("afterItem", after.id().value());
        }
    }

    private void equal(String column, String name, Object value) {
        condition(column + " = :" + name, name, value);
    }

    private void condition(String condition, String name, Object value) {
        where.add(condition);
        values.put(name, value);
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                new ItemId(row.getObject("id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                new Group(row.getString("group_name")),
                StoredText.read(row.getString("sender")),
                StoredText.read(row.getString("title")),
                State.valueOf(row.getString("state")),
                Times.read(row, "received"),
                row.getLong("original_size"));
    }
}
