package jp.kiyome.quarantine.item;

import java.time.Instant;

/**
 * An opinion, and whose it is.
 *
 * @param source of the opinion, with the version of its signatures where it has any
 * @param sha256 of the file that was looked at, 64 lower-case hex digits
 * @param at when it was given; kept to the millisecond
 */
public record Assessment(String source, String sha256, Opinion opinion, Instant at) {

    public Assessment {
        at = Instant.ofEpochMilli(at.toEpochMilli());
    }
}
