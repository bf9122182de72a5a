package jp.kiyome.approval.access;

import java.time.Instant;
import java.util.UUID;
import jp.kiyome.core.finding.Untrusted;

/**
 * A session that is open.
 *
 * @param id names it in a list; nobody gets in by it
 * @param program what their browser calls itself
 * @param last when it was last used
 */
public record OpenSession(UUID id, long generation, Side side, Untrusted program, Instant began, Instant last) {}
