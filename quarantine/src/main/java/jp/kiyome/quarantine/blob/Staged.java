package jp.kiyome.quarantine.blob;

import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.key.DataKey;

/**
 * A blob that is safely on disk, and that no row names yet. Until one does it is an orphan, which the sweeper takes.
 *
 * @param digest of what was written
 * @param key its own
 */
public record Staged(Place place, Digest digest, DataKey key) {}
