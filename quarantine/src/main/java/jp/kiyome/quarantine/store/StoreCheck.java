package jp.kiyome.quarantine.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.BlobFiles;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.key.DataKey;
import jp.kiyome.quarantine.key.KeyRefused;

/**
 * Proves that every row has its file with the right hash, every item its files, and the trail its items. Reads every byte; may run
 * while others work. Threads may share it.
 */
public final class StoreCheck {

    private static final int PAGE = 500;
    private static final int MOST_FAULTS = 1000;

    private final Ledger ledger;
    private final BlobFiles files;
    private final BlobRows blobRows;
    private final Organisations organisations;

    StoreCheck(Ledger ledger, BlobFiles files, BlobRows blobRows, Organisations organisations) {
        this.ledger = ledger;
        this.files = files;
        this.blobRows = blobRows;
        this.organisations = organisations;
    }

    /** Checks all of an organisation. */
    public CheckedStore check(Organisation organisation, Actor who) {
        List<StoreFault> faults = new ArrayList<>();
        long items = ledger.read(organisation, rows -> {
            for (StoreLaw law : StoreLaw.values()) {
                faults.addAll(law.broken(rows, MOST_FAULTS - Math.min(faults.size(), MOST_FAULTS)));
            }
            return rows.sql("select count(*) from item where organisation = :organisation")
                    .query(Long.class)
                    .single();
        });
        long blobs = 0;
        long bytes = 0;
        for (Area area : Area.values()) {
            List<BlobRows.BlobRow> page = page(organisation, area, "");
            while (!page.isEmpty()) {
                DataKey key = ledger.read(organisation, organisations::key);
                for (BlobRows.BlobRow blob : page) {
                    check(blob, key).ifPresent(fault -> add(faults, fault, blob));
                    blobs++;
                    bytes += blob.digest().size();
                }
                page = page(organisation, area, page.getLast().digest().sha256());
            }
        }
        CheckedStore checked = new CheckedStore(items, blobs, bytes, faults);
        ledger.change(organisation, who, change -> {
            change.record("store.check", "", Map.of("blobs", "" + checked.blobs(), "faults", "" + faults.size()));
            return checked;
        });
        return checked;
    }

    private List<BlobRows.BlobRow> page(Organisation organisation, Area area, String behind) {
        return ledger.read(organisation, rows -> blobRows.behind(rows, area, behind, PAGE));
    }

    /** Erased meanwhile is no fault. */
    private void add(List<StoreFault> faults, StoreFault fault, BlobRows.BlobRow blob) {
        boolean still = ledger.read(blob.place().organisation(), rows -> stillThere(rows, blob));
        if (still && faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    private boolean stillThere(Rows rows, BlobRows.BlobRow blob) {
        Optional<BlobRows.BlobRow> now =
                blobRows.find(rows, blob.place().area(), blob.digest().sha256());
        return now.isPresent() && now.get().place().equals(blob.place());
    }

    private Optional<StoreFault> check(BlobRows.BlobRow blob, DataKey organisationKey) {
        String what = blob.place().area() + " " + blob.digest().sha256() + " "
                + blob.place().name();
        try {
            DataKey key = organisationKey.unwrap(blob.wrappedKey(), blob.place().purpose());
            try (InputStream content = files.open(blob.place(), key)) {
                return Digest.of(content).equals(blob.digest())
                        ? Optional.empty()
                        : Optional.of(new StoreFault(StoreFault.Kind.OTHER_CONTENT, what));
            }
        } catch (KeyRefused e) {
            return Optional.of(new StoreFault(StoreFault.Kind.KEY_REFUSED, what));
        } catch (NoSuchFileException e) {
            return Optional.of(new StoreFault(StoreFault.Kind.FILE_MISSING, what));
        } catch (IOException e) {
            return Optional.of(new StoreFault(StoreFault.Kind.FILE_DAMAGED, what));
        }
    }
}
