package jp.kiyome.quarantine.reprocess.work;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.reprocess.task.Done;
import jp.kiyome.quarantine.store.Treated;

/** Where results go. Threads may share it. */
public interface Filing {

    /** Brings bytes to the disk where that is wanted. */
    Optional<Staged> stage(Area area, InputStream content, long size) throws IOException;

    /** Writes down what tasks came to: all of them or none. */
    List<Done> file(UUID run, List<Treated> results);
}
