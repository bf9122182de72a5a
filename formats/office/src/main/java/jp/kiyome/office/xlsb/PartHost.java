package jp.kiyome.office.xlsb;

import java.util.List;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.limit.Budget;

/** What a binary part asks of the package around it. */
public interface PartHost {

    /** Follows a relationship id that the part names where only parts of some kinds may be named. */
    Followed follow(String id, List<String> kinds);

    /** How many relationships are kept; for {@link #rollBack}. */
    int checkpoint();

    /** Forgets the relationships that were kept since. */
    void rollBack(int checkpoint);

    /** Takes a finding about a record or a cell. */
    void found(String code, Action action, String place, String detail);

    /** The name of a person, as the policy wants it written. */
    String author(String name);

    Budget budget();
}
