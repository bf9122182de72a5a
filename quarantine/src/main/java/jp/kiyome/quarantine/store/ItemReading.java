package jp.kiyome.quarantine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Assessment;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.PartFinding;
import jp.kiyome.quarantine.item.State;

/** Reads an item whole. */
final class ItemReading {

    private final Rows rows;
    private final ItemId id;

    ItemReading(Rows rows, ItemId id) {
        this.rows = rows;
        this.id = id;
    }

    Optional<Item> find() {
        return rows.sql("""
                select kind, group_name, title, sender, state, received, changed, retain_until, original_sha256,
                    original_size, engine_version, policy_hash
                from item where organisation = :organisation and id = :item""")
                .param("item", id.value())
                .query((row, number) -> item(row))
                .optional();
    }

    private Item item(ResultSet row) throws SQLException {
        Arrival arrival = new Arrival(
                id,
                Kind.valueOf(row.getString("kind")),
                new Group(row.getString("group_name")),
                StoredText.read(row.getString("sender")),
                recipients(),
                StoredText.read(row.getString("title")),
                Times.read(row, "received"),
                Times.read(row, "retain_until"));
        return new Item(
                rows.organisation(),
                arrival,
                new Digest(row.getLong("original_size"), row.getString("original_sha256")),
                State.valueOf(row.getString("state")),
                Times.read(row, "changed"),
                conclusion(row.getString("engine_version"), row.getString("policy_hash")),
                assessments());
    }

    private List<Untrusted> recipients() {
        return rows.sql(
                        "select address from recipient where organisation = :organisation and item = :item order by number")
                .param("item", id.value())
                .query((row, number) -> StoredText.read(row.getString("address")))
                .list();
    }

    private Optional<Conclusion> conclusion(String engine, String policy) {
        return rows.sql("select report, receipt from item_report where organisation = :organisation and item = :item")
                .param("item", id.value())
                .query((row, number) ->
                        new Conclusion(root(), engine, policy, row.getString("report"), row.getString("receipt")))
                .optional();
    }

    private List<Assessment> assessments() {
        return rows.sql("""
                select source, version, signatures, sha256, opinion, score, words, given from assessment
                where organisation = :organisation and item = :item order by number""")
                .param("item", id.value())
                .query((row, number) -> new Assessment(
                        row.getString("source"),
                        StoredText.read(row.getString("version")).unescaped(),
                        row.getObject("signatures") == null
                                ? Optional.empty()
                                : Optional.of(Times.read(row, "signatures")),
                        row.getString("sha256"),
                        new OpinionColumns(row.getString("opinion"), row.getDouble("score"), row.getString("words"))
                                .read(),
                        Times.read(row, "given")))
                .list();
    }

    /** Parts were written outer before inner; read backwards, what is inside a part is known before it. */
    private Part root() {
        Map<Integer, List<PartFinding>> findings = findings();
        List<Part> parts = rows.sql("""
                select number, path, name, output_name, type, verdict, reason, input_sha256, input_size, output_sha256,
                    output_size
                from part where organisation = :organisation and item = :item order by number""")
                .param("item", id.value())
                .query((row, number) -> part(row, findings.getOrDefault(row.getInt("number"), List.of())))
                .list();
        Map<String, List<Part>> inside = new HashMap<>();
        for (Part part : parts.reversed()) {
            int dot = part.path().lastIndexOf('.');
            Part whole = withNested(part, inside.getOrDefault(part.path(), List.of()));
            inside.computeIfAbsent(dot < 0 ? "" : part.path().substring(0, dot), any -> new ArrayList<>())
                    .addFirst(whole);
        }
        return inside.getOrDefault("", List.of()).getFirst();
    }

    private static Part withNested(Part part, List<Part> nested) {
        return new Part(
                part.path(),
                part.name(),
                part.outputName(),
                part.type(),
                part.verdict(),
                part.reason(),
                part.input(),
                part.output(),
                part.findings(),
                nested);
    }

    private static Part part(ResultSet row, List<PartFinding> findings) throws SQLException {
        String output = row.getString("output_sha256");
        return new Part(
                row.getString("path"),
                StoredText.read(row.getString("name")),
                StoredText.read(row.getString("output_name")),
                row.getString("type"),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("reason"),
                new Digest(row.getLong("input_size"), row.getString("input_sha256")),
                output.isEmpty() ? Optional.empty() : Optional.of(new Digest(row.getLong("output_size"), output)),
                findings,
                List.of());
    }

    private Map<Integer, List<PartFinding>> findings() {
        Map<Integer, List<PartFinding>> byPart = new HashMap<>();
        rows.sql("""
                select part, code, action, amount from part_finding
                where organisation = :organisation and item = :item order by part, code, action""").param("item", id.value()).query(row -> {
            byPart.computeIfAbsent(row.getInt("part"), any -> new ArrayList<>())
                    .add(new PartFinding(
                            row.getString("code"), Action.valueOf(row.getString("action")), row.getLong("amount")));
        });
        return byPart;
    }
}
