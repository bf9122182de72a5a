package jp.kiyome.bridge.pending;

import jp.kiyome.bridge.verdict.Verdict;

/**
 * What a ticket has become.
 *
 * @param verdict that nobody has scanned because it is pending, where the waiting ended before it
 */
public record Heard(Ticket ticket, Verdict verdict) {}
