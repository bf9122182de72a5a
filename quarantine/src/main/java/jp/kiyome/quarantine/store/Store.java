package jp.kiyome.quarantine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import jp.kiyome.quarantine.audit.AuditTrail;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.blob.BlobFiles;
import jp.kiyome.quarantine.database.Database;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.database.OwnTables;
import jp.kiyome.quarantine.heartbeat.Heartbeats;
import jp.kiyome.quarantine.key.MasterKeyFile;
import jp.kiyome.quarantine.outbox.Outbox;
import jp.kiyome.quarantine.waiting.Waiting;

/** The durable store. Everything in it belongs to an organisation, which every method asks for. Threads may share it. */
public final class Store implements AutoCloseable {

    private final Database database;
    private final Ledger ledger;
    private final Organisations organisations;
    private final Items items;
    private final Blobs blobs;
    private final AuditTrail trail;
    private final StoreCheck check;
    private final Sweeper sweeper;
    private final Retention retention;
    private final Reprocessing reprocessing;
    private final Outbox outbox;
    private final Waiting waiting;
    private final Secrets secrets;
    private final Heartbeats heartbeats;

    private Store(Database database, BlobFiles files, MasterKeyFile keys, InstantSource clock) {
        this.database = database;
        this.ledger = new Ledger(database, clock);
        this.organisations = new Organisations(database, ledger, keys);
        BlobRows blobRows = new BlobRows(files, organisations);
        this.items = new Items(ledger, blobRows);
        this.blobs = new Blobs(ledger, files, blobRows, organisations);
        this.trail = new AuditTrail(ledger);
        this.check = new StoreCheck(ledger, files, blobRows, organisations);
        this.sweeper = new Sweeper(ledger, files, blobRows);
        this.retention = new Retention(ledger, blobRows);
        this.reprocessing = new Reprocessing(ledger, blobRows);
        this.outbox = new Outbox(ledger);
        this.waiting = new Waiting(ledger);
        this.secrets = new Secrets(organisations);
        this.heartbeats = new Heartbeats(ledger);
    }

    /**
     * Opens a store; what is missing of it is made, but for master keys where organisations have something under one: a disk that is not
     * mounted is no reason for a new key.
     *
     * @throws IOException when its folders or keys cannot be read or made
     * @throws jp.kiyome.quarantine.database.DatabaseUnsafe when the database would not keep organisations apart
     */
    public static Store open(StoreSettings settings, InstantSource clock) throws IOException {
        return open(settings, clock, List.of());
    }

    /** Opens a store as {@link #open(StoreSettings, InstantSource)} does, with tables of other modules beside its own. */
    public static Store open(StoreSettings settings, InstantSource clock, List<OwnTables> beside) throws IOException {
        if (settings.database() instanceof DatabaseSettings.Embedded embedded
                && embedded.file().toAbsolutePath().getParent() != null) {
            Files.createDirectories(
                    embedded.file().toAbsolutePath().getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        MasterKeyFile keys = new MasterKeyFile(settings.masterKeys());
        BlobFiles files = new BlobFiles(settings.originals(), settings.cleaned());
        Database database = Database.open(settings.database(), beside);
        try {
            if (database.organisations().isEmpty()) {
                keys.openOrCreate();
            } else {
                keys.open();
            }
            return new Store(database, files, keys, clock);
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The way to change tables that stand beside the store's, in one transaction with items and the trail. */
    public Ledger ledger() {
        return ledger;
    }

    public Organisations organisations() {
        return organisations;
    }

    public Items items() {
        return items;
    }

    public Blobs blobs() {
        return blobs;
    }

    public AuditTrail trail() {
        return trail;
    }

    public StoreCheck check() {
        return check;
    }

    public Sweeper sweeper() {
        return sweeper;
    }

    public Retention retention() {
        return retention;
    }

    public Reprocessing reprocessing() {
        return reprocessing;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Waiting waiting() {
        return waiting;
    }

    public Secrets secrets() {
        return secrets;
    }

    public Heartbeats heartbeats() {
        return heartbeats;
    }

    /** The tables themselves, for runs of reprocessing: an embedded database has one writer, so nobody may open it beside. */
    public Database tables() {
        return database;
    }

    /**
     * Copies the tables of an embedded database as of one moment, while others work; blobs are to be copied afterwards. See
     * docs/store.md.
     *
     * @param file a ZIP file to be made
     */
    public void backUpTables(Path file) {
        database.backUp(file);
    }

    @Override
    public void close() {
        database.close();
    }
}
