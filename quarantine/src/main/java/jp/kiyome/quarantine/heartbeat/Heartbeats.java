package jp.kiyome.quarantine.heartbeat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;

/**
 * The last heartbeat of each process, for each organisation that it works for. They leave no record in the trail: nobody did anything.
 * Threads and processes may share it.
 */
public final class Heartbeats {

    /** Who has been silent for so long is forgotten. */
    private static final Duration MEMORY = Duration.ofDays(7);

    private final Ledger ledger;

    public Heartbeats(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Puts it in the place of the last of the same process. */
    public void beat(Organisation organisation, Actor who, Heartbeat heartbeat) {
        ledger.change(organisation, who, change -> {
            Rows rows = change.rows();
            for (String silent : silent(rows, heartbeat.at().minus(MEMORY))) {
                forget(rows, silent);
            }
            forget(rows, heartbeat.process());
            rows.sql("""
                    insert into heartbeat (organisation, process, at, pause)
                    values (:organisation, :process, :at, :pause)""")
                    .param("process", heartbeat.process())
                    .param("at", Times.of(heartbeat.at()))
                    .param("pause", heartbeat.pause().toSeconds())
                    .update();
            insert(rows, heartbeat);
            return heartbeat;
        });
    }

    private static List<String> silent(Rows rows, Instant since) {
        return rows.sql("select process from heartbeat where organisation = :organisation and at < :since")
                .param("since", Times.of(since))
                .query((row, number) -> row.getString("process"))
                .list();
    }

    private static void forget(Rows rows, String process) {
        rows.sql("delete from heartbeat_measure where organisation = :organisation and process = :process")
                .param("process", process)
                .update();
        rows.sql("delete from heartbeat where organisation = :organisation and process = :process")
                .param("process", process)
                .update();
    }

    private static void insert(Rows rows, Heartbeat heartbeat) {
        List<Map<String, Object>> values = new ArrayList<>();
        for (Measure measure : heartbeat.measures()) {
            values.add(Map.of(
                    "process", heartbeat.process(),
                    "number", values.size(),
                    "area", measure.area().name(),
                    "name", StoredText.of(Untrusted.of(measure.name())),
                    "condition", measure.condition().name(),
                    "reading", StoredText.of(measure.reading()),
                    "dated", Times.of(measure.dated().orElse(Instant.EPOCH))));
        }
        rows.each("""
                insert into heartbeat_measure (organisation, process, number, area, name, condition, reading, dated)
                values (:organisation, :process, :number, :area, :name, :condition, :reading, :dated)""", values);
    }

    /** Of all processes, by their names. */
    public List<Heartbeat> all(Organisation organisation) {
        return ledger.read(organisation, rows -> {
            Map<String, List<Measure>> measures = new HashMap<>();
            rows.sql("select * from heartbeat_measure where organisation = :organisation order by process, number")
                    .query(row -> {
                        measures.computeIfAbsent(row.getString("process"), any -> new ArrayList<>())
                                .add(measure(row));
                    });
            return rows.sql(
                            "select process, at, pause from heartbeat where organisation = :organisation order by process")
                    .query((row, number) -> new Heartbeat(
                            row.getString("process"),
                            Times.read(row, "at"),
                            Duration.ofSeconds(row.getInt("pause")),
                            measures.getOrDefault(row.getString("process"), List.of())))
                    .list();
        });
    }

    private static Measure measure(ResultSet row) throws SQLException {
        Instant dated = Times.read(row, "dated");
        return new Measure(
                Area.valueOf(row.getString("area")),
                StoredText.read(row.getString("name")).unescaped(),
                Condition.valueOf(row.getString("condition")),
                StoredText.read(row.getString("reading")),
                dated.equals(Instant.EPOCH) ? Optional.empty() : Optional.of(dated));
    }
}
