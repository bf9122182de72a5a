package jp.kiyome.approval.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.approval.chain.Turn;
import jp.kiyome.approval.deputy.Deputies;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Person;
import jp.kiyome.quarantine.database.Rows;

/** Finds the people whose turn it is. Stateless. */
public final class Approvers {

    /** People who are told of one turn at most; who are more look into their list. */
    public static final int MOST = 50;

    private Approvers() {}

    /** Those who can fill one of some places, themselves or for another, by name; never whoever asked. */
    public static List<Person> of(Rows rows, Request request, List<Turn> turns, Instant now) {
        Map<AccountName, Person> all = new LinkedHashMap<>();
        for (Person one : Deputies.deciders(rows)) {
            if (!one.name().equals(request.requester())
                    && turns.stream().anyMatch(turn -> turn.who().is(one))) {
                all.put(one.name(), one);
                Deputies.standingIn(rows, one.name(), now).stream()
                        .filter(deputy -> !deputy.name().equals(request.requester()))
                        .forEach(deputy -> all.put(deputy.name(), deputy));
            }
        }
        return new ArrayList<>(all.values()).stream().limit(MOST).toList();
    }
}
