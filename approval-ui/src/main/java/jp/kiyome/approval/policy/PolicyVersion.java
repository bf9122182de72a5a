package jp.kiyome.approval.policy;

import java.time.Instant;
import jp.kiyome.core.finding.Untrusted;

/**
 * A policy that was applied.
 *
 * @param number from 1, in order; the last one holds
 * @param hash of the policy that it came to, with the files above it, when it was applied
 * @param account who applied it
 * @param comment why
 * @param former the number of the one that was taken up again; 0 for a new one
 */
public record PolicyVersion(
        int number, Untrusted text, String hash, String account, Instant at, Untrusted comment, int former) {}
