package jp.kiyome.approval.request;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.kiyome.approval.chain.Approver;
import jp.kiyome.approval.chain.Turn;
import jp.kiyome.approval.deputy.Deputies;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Person;
import jp.kiyome.quarantine.database.Rows;

/**
 * Whose turn it is with a request: nobody decides on their own, nor twice in one chain, themselves or by another in their place. Valid
 * until the transaction ends.
 */
final class Turns {

    /** Oneself before a deputy's place, the narrower place before the wider. */
    private static final Comparator<Turn> MEANT = Comparator.comparing(Turn::standsIn)
            .thenComparingInt(turn -> turn.who().width());

    private final Rows rows;
    private final Request request;
    private final List<Turn> turns;
    private final List<Approval> approvals;

    Turns(Rows rows, Request request) {
        this.rows = rows;
        this.request = request;
        this.turns = TurnRows.of(rows, request.id());
        this.approvals = TurnRows.approvals(rows, request.id());
    }

    List<Approval> approvals() {
        return approvals;
    }

    /** Whether it is, was or could have been somebody's to decide, in the steps that it has come to. */
    boolean concern(Person person, Instant now) {
        return isInvolved(person.name())
                || turns.stream().anyMatch(turn -> turn.who().is(person))
                || Deputies.placesOf(rows, person.name(), now).stream().anyMatch(one -> turns.stream()
                        .anyMatch(turn -> turn.who().is(one)));
    }

    private boolean isInvolved(AccountName name) {
        return approvals.stream().anyMatch(one -> one.involves(name));
    }

    /** What is still to be filled in the present step. */
    List<Turn> open() {
        return turns.stream()
                .filter(turn -> turn.open() && turn.step() == request.progress().step())
                .toList();
    }

    /**
     * As what somebody decides now.
     *
     * @throws No when it is not their turn
     */
    Acting acting(Person person, Instant now) {
        if (isInvolved(person.name())) {
            throw new No(No.Why.DECIDED_ALREADY);
        }
        return own(person).or(() -> inPlaceOf(person, now)).orElseThrow(() -> new No(No.Why.NOT_YOUR_TURN));
    }

    private Optional<Acting> own(Person person) {
        return meant(person)
                .map(turn -> new Acting(turn, turn.standsIn() ? Optional.of(whose(turn)) : Optional.empty()));
    }

    /** Of a deputy's place, who would decide themselves. */
    private Approver whose(Turn turn) {
        return request.progress().chain().steps().get(turn.step()).approvers().get(turn.slot());
    }

    private Optional<Turn> meant(Person person) {
        return open().stream().filter(turn -> turn.who().is(person)).min(MEANT);
    }

    private Optional<Acting> inPlaceOf(Person person, Instant now) {
        for (Person one : Deputies.placesOf(rows, person.name(), now)) {
            boolean may = !one.name().equals(request.requester()) && !isInvolved(one.name());
            Optional<Turn> turn = may ? meant(one) : Optional.empty();
            if (turn.isPresent()) {
                return Optional.of(new Acting(turn.get(), Optional.of(new Approver.Named(one.name()))));
            }
        }
        return Optional.empty();
    }
}
