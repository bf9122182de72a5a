package jp.kiyome.quarantine.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.BlobFiles;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.key.DataKey;

/** The bytes of items: written before the row that names them, read through the item that has them. Threads may share it. */
public final class Blobs {

    private final Ledger ledger;
    private final BlobFiles files;
    private final BlobRows rows;
    private final Organisations organisations;

    Blobs(Ledger ledger, BlobFiles files, BlobRows rows, Organisations organisations) {
        this.ledger = ledger;
        this.files = files;
        this.rows = rows;
        this.organisations = organisations;
    }

    /**
     * Writes a stream, encrypted, so that it outlives the machine's power; to be named by {@link Items} soon, or swept.
     *
     * @param most bytes at most
     * @throws jp.kiyome.core.content.ContentTooLarge when there are more
     * @throws IOException when it cannot be read or written
     */
    public Staged stage(Organisation organisation, Area area, InputStream content, long most) throws IOException {
        return files.write(organisation, area, content, most);
    }

    /**
     * Opens a file of an item; the trail says who did and why.
     *
     * @return the bytes; a damaged blob throws {@link jp.kiyome.quarantine.blob.BlobDamaged} where the damage is, at the end
     *     where it was cut off
     * @throws NoSuchBlob when the item has no such file
     */
    public InputStream open(Organisation organisation, Actor who, ItemId item, Area area, String sha256, String why)
            throws IOException {
        Found found = ledger.change(organisation, who, change -> {
            if (!rows.uses(change.rows(), item, area, sha256)) {
                throw new NoSuchBlob(item + " " + area + " " + sha256);
            }
            BlobRows.BlobRow blob = rows.find(change.rows(), area, sha256).orElseThrow();
            change.record("blob.read", item.toString(), Map.of("area", area.toString(), "sha256", sha256, "why", why));
            return new Found(blob, organisations.key(change.rows()));
        });
        return open(found);
    }

    /**
     * Opens an item's original for the engine: nobody sees the bytes, and no record is left. What comes of it is recorded.
     *
     * @throws NoSuchBlob when the item has no original
     */
    public InputStream openForEngine(Organisation organisation, ItemId item) throws IOException {
        Found found = ledger.read(organisation, all -> {
            String sha256 = all.sql(
                            "select original_sha256 from item where organisation = :organisation and id = :item")
                    .param("item", item.value())
                    .query(String.class)
                    .optional()
                    .orElse("");
            if (!rows.uses(all, item, Area.ORIGINAL, sha256)) {
                throw new NoSuchBlob(item + " " + Area.ORIGINAL);
            }
            return new Found(rows.find(all, Area.ORIGINAL, sha256).orElseThrow(), organisations.key(all));
        });
        return open(found);
    }

    private InputStream open(Found found) throws IOException {
        return files.open(
                found.blob().place(),
                found.key()
                        .unwrap(found.blob().wrappedKey(), found.blob().place().purpose()));
    }

    private record Found(BlobRows.BlobRow blob, DataKey key) {}
}
