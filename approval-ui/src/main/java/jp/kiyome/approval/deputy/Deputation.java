package jp.kiyome.approval.deputy;

import java.time.Instant;
import java.util.UUID;
import jp.kiyome.approval.person.AccountName;

/**
 * Somebody's place that another takes.
 *
 * @param until not any more from then on
 * @param namedBy as the trail names whoever said so
 */
public record Deputation(
        UUID id, AccountName approver, AccountName deputy, Instant from, Instant until, String namedBy) {}
