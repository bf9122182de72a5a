package jp.kiyome.bridge.pending;

/**
 * A claim to a verdict that comes later.
 *
 * @param source as the policy calls it
 * @param number the source's own name for the work
 */
public record Ticket(String source, String number) {}
