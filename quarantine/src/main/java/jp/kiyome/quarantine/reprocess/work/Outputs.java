package jp.kiyome.quarantine.reprocess.work;

import java.io.IOException;
import java.util.Optional;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.Staged;

/** Brings what came out to the disk. */
final class Outputs {

    private Outputs() {}

    static Optional<Staged> stage(Filing filing, Outcome outcome) throws IOException {
        return outcome instanceof Outcome.Rebuilt rebuilt
                ? filing.stage(
                        Area.CLEANED,
                        rebuilt.content().stream(),
                        rebuilt.content().size())
                : Optional.empty();
    }
}
