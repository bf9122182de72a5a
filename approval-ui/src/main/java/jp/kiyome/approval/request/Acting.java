package jp.kiyome.approval.request;

import java.util.Optional;
import jp.kiyome.approval.chain.Approver;
import jp.kiyome.approval.chain.Turn;

/**
 * As what somebody decides.
 *
 * @param standsFor in whose place; empty for oneself
 */
public record Acting(Turn turn, Optional<Approver> standsFor) {}
