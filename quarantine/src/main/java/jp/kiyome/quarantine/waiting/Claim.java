package jp.kiyome.quarantine.waiting;

/**
 * A claim to a verdict that comes later.
 *
 * @param source who owes it; at most 256 characters
 * @param ticket the source's own name for the work
 * @param sha256 of what was handed in, 64 lower-case hex digits
 * @param about what a report must name
 */
public record Claim(String source, String ticket, String sha256, String about) {}
