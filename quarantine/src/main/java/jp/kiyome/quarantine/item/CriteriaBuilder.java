package jp.kiyome.quarantine.item;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Verdict;

/** Puts {@link Criteria} together; see there for what each means. Not thread-safe. */
public final class CriteriaBuilder {

    private final Set<State> states = EnumSet.noneOf(State.class);
    private Optional<Kind> kind = Optional.empty();
    private Optional<Group> group = Optional.empty();
    private Optional<Verdict> outcome = Optional.empty();
    private Optional<Untrusted> text = Optional.empty();
    private Optional<Untrusted> address = Optional.empty();
    private Optional<String> type = Optional.empty();
    private Optional<String> finding = Optional.empty();
    private Optional<String> sha256 = Optional.empty();
    private Optional<String> threat = Optional.empty();
    private Optional<String> engineVersion = Optional.empty();
    private Optional<String> policyHash = Optional.empty();
    private Optional<Instant> from = Optional.empty();
    private Optional<Instant> until = Optional.empty();

    CriteriaBuilder() {}

    public CriteriaBuilder state(State wanted) {
        states.add(wanted);
        return this;
    }

    public CriteriaBuilder kind(Kind wanted) {
        kind = Optional.of(wanted);
        return this;
    }

    public CriteriaBuilder group(Group wanted) {
        group = Optional.of(wanted);
        return this;
    }

    public CriteriaBuilder outcome(Verdict wanted) {
        outcome = Optional.of(wanted);
        return this;
    }

    public CriteriaBuilder text(Untrusted wanted) {
        text = Optional.of(wanted);
        return this;
    }

    public CriteriaBuilder address(Untrusted wanted) {
        address = Optional.of(wanted);
        return this;
    }

    public CriteriaBuilder type(String wanted) {
        type = Optional.of(wanted);
        return this;
    }

    public CriteriaBuilder finding(String wanted) {
        finding = Optional.of(wanted);
        return this;
    }

    public CriteriaBuilder sha256(String wanted) {
        sha256 = Optional.of(wanted);
        return this;
    }

    public CriteriaBuilder threat(String wanted) {
        threat = Optional.of(wanted);
        return this;
    }

    public CriteriaBuilder engineVersion(String wanted) {
        engineVersion = Optional.of(wanted);
        return this;
    }

    public CriteriaBuilder policyHash(String wanted) {
        policyHash = Optional.of(wanted);
        return this;
    }

    public CriteriaBuilder from(Instant wanted) {
        from = Optional.of(wanted);
        return this;
    }

    public CriteriaBuilder until(Instant wanted) {
        until = Optional.of(wanted);
        return this;
    }

    public Criteria build() {
        return new Criteria(
                states,
                kind,
                group,
                outcome,
                text,
                address,
                type,
                finding,
                sha256,
                threat,
                engineVersion,
                policyHash,
                from,
                until,
                Optional.empty());
    }
}
