package jp.kiyome.quarantine.retro;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;

/**
 * Which delivered items are to be asked about again, and which were. What a method has changed is on disk when it returns; threads and
 * processes may share it, and at worst an item is asked about twice.
 */
public final class AskedAgain {

    private static final Actor WHO = Actor.service("mail-gateway");

    private final Ledger ledger;

    public AskedAgain(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Since when a source is known to be of its version: noted now, where it was of another or is not known.
     *
     * @param now kept to the millisecond
     */
    public Instant since(Organisation organisation, Asker asker, Instant now) {
        Optional<Instant> known = ledger.read(organisation, rows -> since(rows, asker));
        return known.orElseGet(() -> ledger.change(organisation, WHO, change -> {
            Rows rows = change.rows();
            rows.sql("delete from source_version where organisation = :organisation and asker = :asker")
                    .param("asker", asker.name())
                    .update();
            rows.sql("""
                    insert into source_version (organisation, asker, version, since)
                    values (:organisation, :asker, :version, :since)""")
                    .param("asker", asker.name())
                    .param("version", stored(asker.version()))
                    .param("since", Times.of(now))
                    .update();
            return Instant.ofEpochMilli(now.toEpochMilli());
        }));
    }

    private static Optional<Instant> since(Rows rows, Asker asker) {
        return rows.sql("""
                        select since from source_version
                        where organisation = :organisation and asker = :asker and version = :version""")
                .param("asker", asker.name())
                .param("version", stored(asker.version()))
                .query((row, number) -> Times.read(row, "since"))
                .optional();
    }

    /** Delivered items that a source is to be asked about, the latest delivered first. */
    public List<ItemId> due(Organisation organisation, Whose whose, Asker asker, Window window, int most) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "asker", asker.name(),
                "version", stored(asker.version()),
                "oldest", Times.of(window.oldest()),
                "since", Times.of(window.since()),
                "fresh", Times.of(window.fresh()),
                "most", most));
        String sql = "select i.id from item i where i.organisation = :organisation and i.state = 'DELIVERED'"
                + " and i.changed >= :oldest and not (i.received >= :since and i.changed > :fresh)"
                + groups(whose, values)
                + " and not exists (select 1 from asked_again a where a.organisation = :organisation and a.item = i.id"
                + " and a.asker = :asker and a.version = :version and a.asked > :fresh)"
                + " order by i.organisation desc, i.changed desc limit :most";
        return ledger.read(organisation, rows -> rows.sql(sql)
                .params(values)
                .query((row, number) -> new ItemId(row.getObject("id", UUID.class)))
                .list());
    }

    private static String groups(Whose whose, Map<String, Object> values) {
        return switch (whose) {
            case Whose.OfGroup(Group group) -> {
                values.put("group", group.name());
                yield " and i.group_name = :group";
            }
            case Whose.AllBut all -> {
                if (all.groups().isEmpty()) {
                    yield "";
                }
                values.put("groups", all.groups().stream().map(Group::name).toList());
                yield " and i.group_name not in (:groups)";
            }
        };
    }

    /** They were asked about. */
    public void asked(Organisation organisation, Asker asker, List<ItemId> items, Instant at) {
        if (items.isEmpty()) {
            return;
        }
        List<Map<String, Object>> values = items.stream()
                .map(item -> Map.<String, Object>of(
                        "item", item.value(),
                        "asker", asker.name(),
                        "version", stored(asker.version()),
                        "at", Times.of(at)))
                .toList();
        ledger.change(organisation, WHO, change -> {
            for (Map<String, Object> one : values) {
                change.rows()
                        .sql(
                                "delete from asked_again where organisation = :organisation and item = :item and asker = :asker")
                        .param("item", one.get("item"))
                        .param("asker", one.get("asker"))
                        .update();
            }
            change.rows().each("""
                    insert into asked_again (organisation, item, asker, version, asked)
                    values (:organisation, :item, :asker, :version, :at)""", values);
            return items;
        });
    }

    /** Forgets what was asked before. */
    public void forget(Organisation organisation, Instant before) {
        ledger.change(organisation, WHO, change -> change.rows()
                .sql("delete from asked_again where organisation = :organisation and asked < :before")
                .param("before", Times.of(before))
                .update());
    }

    private static String stored(String text) {
        return StoredText.of(Untrusted.of(text));
    }
}
