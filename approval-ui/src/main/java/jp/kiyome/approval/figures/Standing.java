package jp.kiyome.approval.figures;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;

/** Counts what waits in an organisation, without a look at what it is. Threads share it. */
public final class Standing {

    /** What nobody and nothing waits for. */
    private static final Set<State> OVER = Set.of(State.REBUILT, State.DELIVERED, State.EXPIRED, State.ERASED);

    private final Ledger ledger;

    public Standing(Ledger ledger) {
        this.ledger = ledger;
    }

    /** How many items are in a state, and when the oldest of them came. */
    public record Waiting(State state, long items, Instant oldest) {}

    /** By their states. */
    public List<Waiting> of(Organisation organisation) {
        Set<String> states = Stream.of(State.values())
                .filter(state -> !OVER.contains(state))
                .map(State::name)
                .collect(Collectors.toSet());
        return ledger.read(organisation, rows -> rows.sql("""
                        select state, count(*) as items, min(received) as oldest from item
                        where organisation = :organisation and state in (:states) group by state order by state""")
                .param("states", states)
                .query((row, number) -> new Waiting(
                        State.valueOf(row.getString("state")), row.getLong("items"), Times.read(row, "oldest")))
                .list());
    }
}
