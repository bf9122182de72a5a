package jp.kiyome.quarantine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.BlobFiles;
import jp.kiyome.quarantine.blob.Place;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;

/**
 * Finds orphans both ways: files that no row names (the machine stopped between the file and the row, or between the row's end and
 * the file's) are deleted; rows without a file are told, and stay. Threads may share it.
 */
public final class Sweeper {

    private static final int PAGE = 500;

    private final Ledger ledger;
    private final BlobFiles files;
    private final BlobRows blobRows;

    Sweeper(Ledger ledger, BlobFiles files, BlobRows blobRows) {
        this.ledger = ledger;
        this.files = files;
        this.blobRows = blobRows;
    }

    /**
     * What was swept.
     *
     * @param unfinished files that nobody finished to write, deleted
     * @param orphans files that no row names, deleted
     * @param missing rows whose file is gone
     */
    public record Swept(int unfinished, int orphans, List<StoreFault> missing) {

        public Swept {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Sweeps an organisation.
     *
     * @param before only files that were last changed before this; must leave those who are writing now time to name theirs
     * @throws IOException when a folder cannot be read
     * @throws UncheckedIOException when a file cannot be deleted
     */
    public Swept sweep(Organisation organisation, Actor who, Instant before) throws IOException {
        int unfinished = 0;
        int orphans = 0;
        List<StoreFault> missing = new ArrayList<>();
        for (Area area : Area.values()) {
            unfinished += files.deleteUnfinished(organisation, area, before);
            List<Place> old = new ArrayList<>();
            files.each(organisation, area, before, old::add);
            for (Place place : old) {
                orphans += ledger.change(organisation, who, change -> deleteUnnamed(change.rows(), place)) ? 1 : 0;
            }
            missing.addAll(missing(organisation, area));
        }
        Swept swept = new Swept(unfinished, orphans, missing);
        ledger.change(organisation, who, change -> {
            change.record(
                    "store.sweep",
                    "",
                    Map.of(
                            "unfinished", "" + swept.unfinished(),
                            "orphans", "" + swept.orphans(),
                            "missing", "" + swept.missing().size()));
            return swept;
        });
        return swept;
    }

    /** In one change, so that nobody names it meanwhile: who wants to finds it gone. */
    private boolean deleteUnnamed(Rows rows, Place place) {
        if (isNamed(rows, place)) {
            return false;
        }
        try {
            files.delete(place);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete an orphan", e);
        }
        return true;
    }

    private static boolean isNamed(Rows rows, Place place) {
        return rows.sql("""
                select count(*) from blob where organisation = :organisation and area = :area and place = :place""")
                        .param("area", place.area().name())
                        .param("place", place.name())
                        .query(Long.class)
                        .single()
                == 1;
    }

    private List<StoreFault> missing(Organisation organisation, Area area) {
        List<StoreFault> missing = new ArrayList<>();
        String behind = "";
        List<BlobRows.BlobRow> page;
        do {
            String from = behind;
            page = ledger.read(organisation, rows -> blobRows.behind(rows, area, from, PAGE));
            for (BlobRows.BlobRow blob : page) {
                behind = blob.digest().sha256();
                if (!files.exists(blob.place()) && ledger.read(organisation, rows -> isNamed(rows, blob.place()))) {
                    missing.add(new StoreFault(StoreFault.Kind.FILE_MISSING, area + " " + behind));
                }
            }
        } while (!page.isEmpty());
        return missing;
    }
}
