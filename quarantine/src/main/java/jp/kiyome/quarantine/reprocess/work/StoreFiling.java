package jp.kiyome.quarantine.reprocess.work;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.reprocess.task.Done;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.Treated;

/**
 * Results change the store.
 *
 * @param again whether what was done before is done once more
 */
public record StoreFiling(Store store, Organisation organisation, Actor who, boolean again) implements Filing {

    @Override
    public Optional<Staged> stage(Area area, InputStream content, long size) throws IOException {
        return Optional.of(store.blobs().stage(organisation, area, content, size));
    }

    @Override
    public List<Done> file(UUID run, List<Treated> results) {
        return store.reprocessing().file(organisation, who, run, again, results);
    }
}
