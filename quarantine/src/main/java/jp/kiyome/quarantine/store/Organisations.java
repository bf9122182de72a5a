package jp.kiyome.quarantine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.audit.UnknownOrganisation;
import jp.kiyome.quarantine.database.Database;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.key.DataKey;
import jp.kiyome.quarantine.key.MasterKeyFile;
import jp.kiyome.quarantine.key.MasterKeys;

/** Who has a store here, and the key of each. Threads may share it. */
public final class Organisations {

    private final Database database;
    private final Ledger ledger;
    private final MasterKeyFile file;

    Organisations(Database database, Ledger ledger, MasterKeyFile file) {
        this.database = database;
        this.ledger = ledger;
        this.file = file;
    }

    /** Makes room for an organisation; nothing happens when there is already. */
    public void enrol(Organisation organisation, Actor who) {
        boolean enrolled = database.write(organisation, rows -> {
            rows.sql("insert into tenant (id) values (:organisation) on conflict do nothing")
                    .update();
            Ledger.begin(rows);
            return insertKey(rows);
        });
        if (enrolled) {
            ledger.change(organisation, who, change -> {
                change.record("organisation.enrol", "", Map.of());
                return organisation;
            });
        }
    }

    private boolean insertKey(Rows rows) {
        MasterKeys.WrappedKey wrapped =
                keys().wrap(DataKey.fresh(), rows.organisation().id());
        return rows.sql("""
                insert into organisation_key (organisation, master_key, wrapped)
                values (:organisation, :masterKey, :wrapped) on conflict do nothing""")
                        .param("masterKey", wrapped.masterKey())
                        .param("wrapped", wrapped.bytes())
                        .update()
                == 1;
    }

    /** The names of all; of no organisation anything else. */
    public List<Organisation> all() {
        return database.organisations();
    }

    /**
     * Puts an organisation's key under the current master key; see {@link MasterKeyFile} for the others. No blob is written anew:
     * their keys are under the organisation's, which stays.
     */
    public void rewrap(Organisation organisation, Actor who) {
        ledger.change(organisation, who, change -> {
            MasterKeys keys = keys();
            MasterKeys.WrappedKey wrapped = keys.wrap(key(change.rows(), keys), organisation.id());
            change.rows()
                    .sql("""
                    update organisation_key set master_key = :masterKey, wrapped = :wrapped
                    where organisation = :organisation""")
                    .param("masterKey", wrapped.masterKey())
                    .param("wrapped", wrapped.bytes())
                    .update();
            change.record("key.rewrap", "", Map.of("master", wrapped.masterKey()));
            return wrapped.masterKey();
        });
    }

    /**
     * The ids of the master keys in the file, the current one first, with the organisations whose key is under each; behind them
     * the ids of such as organisations are under and the file does not have.
     */
    public Map<String, List<Organisation>> masterKeys() {
        Map<String, List<Organisation>> under = new LinkedHashMap<>();
        keys().ids().forEach(id -> under.put(id, new ArrayList<>()));
        for (Organisation organisation : all()) {
            under.computeIfAbsent(masterKeyOf(organisation), id -> new ArrayList<>())
                    .add(organisation);
        }
        return under;
    }

    private String masterKeyOf(Organisation organisation) {
        return ledger.read(organisation, rows -> rows.sql(
                        "select master_key from organisation_key where organisation = :organisation")
                .query(String.class)
                .single());
    }

    /**
     * Makes a new master key the current one; the others stay for what is under them. The trail of every organisation tells.
     *
     * @return its id
     * @throws IOException when the file of the keys cannot be read or written, or another process changes it
     */
    public String addMasterKey(Actor who) throws IOException {
        String added = file.addCurrent().current();
        record(who, "key.add", added);
        return added;
    }

    /**
     * Forgets all master keys but the current one. The trail of every organisation tells, before it is done.
     *
     * @return the id of the one that is left
     * @throws IOException when the file of the keys cannot be read or written, or another process changes it
     * @throws KeyStillUsed while the key of an organisation is under another; then nothing was changed
     */
    public String dropOtherMasterKeys(Actor who) throws IOException {
        String current = file.open().current();
        for (Organisation organisation : all()) {
            if (!masterKeyOf(organisation).equals(current)) {
                throw new KeyStillUsed(organisation);
            }
        }
        record(who, "key.drop-others", current);
        return file.dropOthers(current).current();
    }

    private void record(Actor who, String action, String masterKey) {
        for (Organisation organisation : all()) {
            ledger.change(organisation, who, change -> {
                change.record(action, "", Map.of("master", masterKey));
                return masterKey;
            });
        }
    }

    /** An organisation's key, inside a transaction of its own. */
    DataKey key(Rows rows) {
        return key(rows, keys());
    }

    private static DataKey key(Rows rows, MasterKeys keys) {
        return rows.sql("select master_key, wrapped from organisation_key where organisation = :organisation")
                .query((row, number) -> keys.unwrap(
                        new MasterKeys.WrappedKey(row.getString("master_key"), row.getBytes("wrapped")),
                        rows.organisation().id()))
                .optional()
                .orElseThrow(() -> new UnknownOrganisation(rows.organisation()));
    }

    /** Read each time: a rotation by another process holds at once. */
    private MasterKeys keys() {
        try {
            return file.open();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the master keys", e);
        }
    }
}
