package jp.kiyome.quarantine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.BlobFiles;
import jp.kiyome.quarantine.blob.Place;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.item.ItemId;

/** Which blobs there are, and which items use them. The same bytes of one organisation are kept once in each area. */
final class BlobRows {

    private final BlobFiles files;
    private final Organisations organisations;

    BlobRows(BlobFiles files, Organisations organisations) {
        this.files = files;
        this.organisations = organisations;
    }

    /**
     * A blob as its row tells.
     *
     * @param wrappedKey under the organisation's
     */
    @SuppressWarnings("ArrayRecordComponent")
    record BlobRow(Place place, Digest digest, byte[] wrappedKey) {}

    /**
     * Lets an item use what was staged. Where the same bytes are kept already, the row names the new file from here on: it was forced to
     * disk a moment ago, while nobody has looked at the old one since.
     */
    void use(Change change, ItemId item, Staged staged) {
        if (!staged.place().organisation().equals(change.rows().organisation())) {
            throw new IllegalArgumentException("staged by another organisation");
        }
        Rows rows = change.rows();
        Optional<BlobRow> kept =
                find(rows, staged.place().area(), staged.digest().sha256());
        if (!files.exists(staged.place())) {
            throw new IllegalStateException("what was staged is gone; it waited longer than the sweeper does");
        }
        if (kept.isEmpty()) {
            insert(rows, staged);
        } else if (!kept.get().place().equals(staged.place())) {
            replace(rows, staged);
            change.afterwards(() -> delete(kept.get().place()));
        }
        rows.sql("""
            insert into blob_use (organisation, area, sha256, item)
            values (:organisation, :area, :sha256, :item) on conflict do nothing\
            """)
                .param("area", staged.place().area().name())
                .param("sha256", staged.digest().sha256())
                .param("item", item.value())
                .update();
    }

    /** Deletes what was staged and is not wanted, once the change is on disk; not where it is the file that is kept. */
    void discard(Change change, Staged staged) {
        Optional<BlobRow> kept =
                find(change.rows(), staged.place().area(), staged.digest().sha256());
        if (kept.isEmpty() || !kept.get().place().equals(staged.place())) {
            change.afterwards(() -> delete(staged.place()));
        }
    }

    private void insert(Rows rows, Staged staged) {
        Place place = staged.place();
        rows.sql("""
            insert into blob (organisation, area, sha256, size, place, wrapped_key)
            values (:organisation, :area, :sha256, :size, :place, :wrappedKey)\
            """)
                .param("area", place.area().name())
                .param("sha256", staged.digest().sha256())
                .param("size", staged.digest().size())
                .param("place", place.name())
                .param("wrappedKey", organisations.key(rows).wrap(staged.key(), place.purpose()))
                .update();
    }

    private void replace(Rows rows, Staged staged) {
        Place place = staged.place();
        rows.sql("""
                update blob set place = :place, wrapped_key = :wrappedKey
                where organisation = :organisation and area = :area and sha256 = :sha256""")
                .param("area", place.area().name())
                .param("sha256", staged.digest().sha256())
                .param("place", place.name())
                .param("wrappedKey", organisations.key(rows).wrap(staged.key(), place.purpose()))
                .update();
    }

    Optional<BlobRow> find(Rows rows, Area area, String sha256) {
        return rows.sql("""
            select area, sha256, size, place, wrapped_key from blob
            where organisation = :organisation and area = :area and sha256 = :sha256\
            """)
                .param("area", area.name())
                .param("sha256", sha256)
                .query((row, number) -> row(rows, row))
                .optional();
    }

    /** Those whose hash stands behind another, in order, at most so many. */
    List<BlobRow> behind(Rows rows, Area area, String sha256, int most) {
        return rows.sql("""
            select area, sha256, size, place, wrapped_key from blob
            where organisation = :organisation and area = :area and sha256 > :sha256 order by sha256 limit :most\
            """)
                .param("area", area.name())
                .param("sha256", sha256)
                .param("most", most)
                .query((row, number) -> row(rows, row))
                .list();
    }

    private static BlobRow row(Rows rows, ResultSet row) throws SQLException {
        return new BlobRow(
                new Place(rows.organisation(), Area.valueOf(row.getString("area")), row.getString("place")),
                new Digest(row.getLong("size"), row.getString("sha256")),
                row.getBytes("wrapped_key"));
    }

    boolean uses(Rows rows, ItemId item, Area area, String sha256) {
        return rows.sql("""
            select count(*) from blob_use
            where organisation = :organisation and area = :area and sha256 = :sha256 and item = :item\
            """)
                        .param("area", area.name())
                        .param("sha256", sha256)
                        .param("item", item.value())
                        .query(Long.class)
                        .single()
                == 1;
    }

    /**
     * Lets go of what an item used in an area. What nobody uses any more loses its key with the row, and its file once that is on
     * disk.
     */
    void release(Change change, ItemId item, Area area) {
        Rows rows = change.rows();
        List<BlobRow> used = rows.sql("""
            select b.area, b.sha256, b.size, b.place, b.wrapped_key from blob b
            join blob_use u on u.organisation = b.organisation and u.area = b.area and u.sha256 = b.sha256
            where b.organisation = :organisation and b.area = :area and u.item = :item\
            """)
                .param("area", area.name())
                .param("item", item.value())
                .query((row, number) -> row(rows, row))
                .list();
        rows.sql("delete from blob_use where organisation = :organisation and area = :area and item = :item")
                .param("area", area.name())
                .param("item", item.value())
                .update();
        for (BlobRow blob : used) {
            int deleted = rows.sql("""
                delete from blob where organisation = :organisation and area = :area and sha256 = :sha256
                and not exists (select 1 from blob_use u where u.organisation = blob.organisation
                    and u.area = blob.area and u.sha256 = blob.sha256)\
                """)
                    .param("area", area.name())
                    .param("sha256", blob.digest().sha256())
                    .update();
            if (deleted == 1) {
                change.afterwards(() -> delete(blob.place()));
            }
        }
    }

    private void delete(Place place) {
        try {
            files.delete(place);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete a blob", e);
        }
    }
}
