package jp.kiyome.quarantine.outbox;

/**
 * Letters to one recipient that were not sent because there were too many.
 *
 * @param letters how many
 */
public record Withheld(String recipient, long letters) {}
