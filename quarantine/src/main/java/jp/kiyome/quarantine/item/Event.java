package jp.kiyome.quarantine.item;

import java.time.Instant;

/**
 * A change of an item's state.
 *
 * @param number of the record in the organisation's audit trail
 * @param why in the words of who did it
 */
public record Event(long number, Instant at, Actor who, State to, String why) {}
