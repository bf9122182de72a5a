package jp.kiyome.approval.request;

import java.time.Instant;
import java.util.Optional;
import jp.kiyome.approval.chain.Chain;
import jp.kiyome.approval.chain.ChainStep;
import jp.kiyome.approval.chain.Patience;
import jp.kiyome.approval.chain.Span;

/**
 * How far a request has come.
 *
 * @param chain as it was when somebody asked: settings that change later change nothing of it
 * @param step that it has come to, from 0
 * @param deadline of the step; {@link #NEVER} without one
 * @param lookAt when somebody has to be reminded or told, or it lapses; {@link #NEVER} without a deadline
 * @param escalated whether the deadline has passed once, and deputies may decide
 */
public record Progress(Chain chain, int step, Instant deadline, Instant lookAt, boolean escalated) {

    /** What a table says for what will not be. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** At the beginning of a step. */
    static Progress at(Chain chain, int step, Instant now) {
        Optional<Span> span = chain.patience().map(Patience::span);
        Instant deadline = span.map(one -> one.deadline(now)).orElse(NEVER);
        Instant lookAt = span.map(one -> one.reminder(now)).orElse(NEVER);
        return new Progress(chain, step, deadline, lookAt, false);
    }

    /** Who was reminded is left alone until the deadline. */
    Progress reminded() {
        return new Progress(chain, step, deadline, deadline, escalated);
    }

    /** With deputies, and as long again where it would lapse. */
    Progress escalated(Patience patience, Instant now) {
        Instant last =
                switch (patience.end()) {
                    case STAYS -> NEVER;
                    case LAPSES -> patience.span().deadline(now);
                };
        return new Progress(chain, step, last, last, true);
    }

    public ChainStep present() {
        return chain.steps().get(step);
    }

    public boolean isLast() {
        return step == chain.steps().size() - 1;
    }

    public boolean hasDeadline() {
        return deadline.isBefore(NEVER);
    }
}
