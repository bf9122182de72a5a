package jp.kiyome.approval.access;

import jp.kiyome.approval.account.Account;
import jp.kiyome.approval.person.Person;

/** Who makes a request: the session, and the account as it is now. */
public record Visitor(Visit visit, Account account) {

    /** Where a request keeps it. */
    public static final String ATTRIBUTE = "jp.kiyome.approval.visitor";

    public Person person() {
        return account.person();
    }
}
