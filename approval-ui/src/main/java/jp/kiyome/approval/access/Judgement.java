package jp.kiyome.approval.access;

import java.util.Optional;
import java.util.UUID;
import jp.kiyome.approval.job.JobId;
import jp.kiyome.approval.job.Jobs;
import jp.kiyome.approval.job.Order;
import jp.kiyome.approval.person.Permission;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.request.Request;
import jp.kiyome.approval.request.RequestId;
import jp.kiyome.approval.request.Requests;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.store.Items;

/** Judges a request by a row of the table: permission, then whose it is, then its state. Threads share it. */
final class Judgement {

    private final Items items;
    private final Requests requests;
    private final Jobs jobs;

    Judgement(Items items, Requests requests, Jobs jobs) {
        this.items = items;
        this.requests = requests;
        this.jobs = jobs;
    }

    Answer of(AccessTable.Match match, Optional<Visitor> visitor) {
        if (match.row().who() instanceof Who.Anyone) {
            return Answer.COME_IN;
        }
        if (visitor.isEmpty()) {
            return Answer.SIGN_IN;
        }
        Answer first = whoever(match.row().who(), visitor.get());
        return first == Answer.COME_IN ? related(match, visitor.get().person()) : first;
    }

    private static Answer whoever(Who who, Visitor visitor) {
        Step step = visitor.visit().step();
        return switch (who) {
            case Who.Anyone _, Who.AnyStep _ -> Answer.COME_IN;
            // Whoever is signed in may change a password as well.
            case Who.At at when at.step() == Step.PASSWORD -> step == Step.CODE ? Answer.SIGN_IN : Answer.COME_IN;
            case Who.At at -> step == at.step() ? Answer.COME_IN : Answer.SIGN_IN;
            case Who.SignedIn _ -> step == Step.DONE ? Answer.COME_IN : Answer.SIGN_IN;
            case Who.With with -> {
                if (step != Step.DONE) {
                    yield Answer.SIGN_IN;
                }
                yield visitor.person().may(with.permission()) ? Answer.COME_IN : Answer.FORBIDDEN;
            }
        };
    }

    private Answer related(AccessTable.Match match, Person person) {
        AccessRow row = match.row();
        return switch (row.relation()) {
            case NONE -> Answer.COME_IN;
            case OWN ->
                state(row, item(person, match.named()).filter(person::owns).map(item -> item.state()
                        .name()));
            case OVERSEER ->
                state(
                        row,
                        item(person, match.named())
                                .filter(item -> person.may(
                                        Permission.OVERSEE, item.arrival().group()))
                                .map(item -> item.state().name()));
            case REQUESTER ->
                state(
                        row,
                        request(person, match.named())
                                .filter(request -> request.requester().equals(person.name()))
                                .map(request -> request.phase().name()));
            case DECIDER -> decider(row, person, request(person, match.named()));
            case OFFICER -> state(row, job(person, match.named(), Order.Kind.REPROCESS));
            case GOVERNOR -> state(row, job(person, match.named(), Order.Kind.TRIAL));
        };
    }

    private Answer decider(AccessRow row, Person person, Optional<Request> request) {
        boolean concerned =
                request.filter(one -> requests.isConcern(person, one)).isPresent();
        if (!concerned) {
            return Answer.NOT_THERE;
        }
        if (request.orElseThrow().requester().equals(person.name())) {
            return Answer.FORBIDDEN;
        }
        return state(row, request.map(one -> one.phase().name()));
    }

    private static Answer state(AccessRow row, Optional<String> state) {
        if (state.isEmpty()) {
            return Answer.NOT_THERE;
        }
        return row.allows(state.get()) ? Answer.COME_IN : Answer.NOT_NOW;
    }

    private Optional<Item> item(Person person, String named) {
        return uuid(named).flatMap(id -> items.find(person.organisation(), new ItemId(id)));
    }

    private Optional<Request> request(Person person, String named) {
        return uuid(named).flatMap(id -> requests.find(person, new RequestId(id)));
    }

    /** The state of a job of theirs. */
    private Optional<String> job(Person person, String named, Order.Kind kind) {
        return uuid(named)
                .flatMap(id -> jobs.find(person.organisation(), new JobId(id)))
                .filter(job -> job.order().kind() == kind && Jobs.covers(person, job))
                .map(job -> job.state().name());
    }

    private static Optional<UUID> uuid(String named) {
        return named.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(named))
                : Optional.empty();
    }
}
