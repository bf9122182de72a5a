package jp.kiyome.approval.request;

import java.util.Optional;

/**
 * A request among several that are decided on together.
 *
 * @param seal of the {@link Bond} that was shown
 */
public record Choice(RequestId id, String seal) {

    /**
     * What came of it.
     *
     * @param why it was not done; empty when it was
     */
    public record Outcome(Choice choice, Optional<No.Why> why) {}
}
