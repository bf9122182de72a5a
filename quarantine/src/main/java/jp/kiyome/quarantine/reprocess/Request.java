package jp.kiyome.quarantine.reprocess;

import java.util.Optional;
import jp.kiyome.quarantine.reprocess.batch.RunJob;
import jp.kiyome.quarantine.reprocess.source.Selection;

/**
 * What is to be processed again, and how.
 *
 * @param dry nothing of the store changes, nor does its trail
 * @param again what was done before under the same engine and policy is done once more
 * @param jobs parts at a time in this process
 * @param elsewhere who does the parts; empty for this process
 */
public record Request(Selection selection, boolean dry, boolean again, int jobs, Optional<RunJob.Away> elsewhere) {

    public Request {
        if (dry && elsewhere.isPresent()) {
            throw new IllegalArgumentException("a dry run leaves nothing where others could look for it");
        }
    }

    /** Everything in this process. */
    public static Request here(Selection selection, boolean dry, int jobs) {
        return new Request(selection, dry, false, jobs, Optional.empty());
    }
}
