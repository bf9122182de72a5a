package jp.kiyome.quarantine.audit;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import jp.kiyome.quarantine.database.Database;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;

/**
 * The one way to change anything: a transaction that holds the head of the organisation's trail, so that changes of one organisation
 * follow each other and every one of them leaves its record. Threads and processes may share it.
 */
public final class Ledger {

    private final Database database;
    private final InstantSource clock;

    public Ledger(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Done<T>(T result, List<Runnable> afterwards) {}

    /**
     * Changes something, all or nothing; it is on disk when this returns.
     *
     * @throws UnknownOrganisation when it was never enrolled
     */
    public <T> T change(Organisation organisation, Actor who, Function<Change, T> work) {
        Done<T> done = database.write(organisation, rows -> {
            Change change = Change.begin(rows, who, clock.instant());
            T result = work.apply(change);
            return new Done<>(result, change.end());
        });
        done.afterwards().forEach(Runnable::run);
        return done.result();
    }

    /** Reads as of one moment; leaves no record. */
    public <T> T read(Organisation organisation, Function<Rows, T> work) {
        return database.read(organisation, work);
    }

    /** Begins the trail of an organisation that has none; part of enrolling it. */
    public static void begin(Rows rows) {
        rows.sql("""
                insert into audit_head (organisation, number, hash) values (:organisation, 0, :hash)
                on conflict do nothing""").param("hash", Chain.BEGINNING).update();
    }
}
