package jp.kiyome.quarantine.retro;

import java.time.Instant;

/**
 * When items must have been delivered, received and asked about to be asked about again.
 *
 * @param oldest what was delivered before is not asked about any more
 * @param since what was received later was asked about when it came, under the version that the source still is of
 * @param fresh what was delivered, or asked about under that version, later than this is not asked about yet
 */
public record Window(Instant oldest, Instant since, Instant fresh) {}
