package jp.kiyome.approval.account;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.quarantine.audit.Change;

/** What an attempt does to its account and leaves in the trail, whoever said whether it was right. Stateless. */
final class Settlement {

    static final String SIGN_IN = "account.sign-in";
    static final String SECOND_FACTOR = "account.second-factor";

    private Settlement() {}

    static SignIn settle(Change change, Account account, boolean right, String action) {
        AccountName name = account.person().name();
        Instant now = change.now();
        if (!account.isOpen(now)) {
            record(change, action, name, Map.of("result", account.locked() ? "locked" : "barred"));
            return new SignIn.Refused();
        }
        if (!right) {
            int failures = account.failures() + 1;
            boolean over = failures >= Accounts.MOST_FAILURES;
            AccountRows.failures(
                    change.rows(), name, over ? 0 : failures, over ? now.plus(Accounts.BARRED) : account.barredUntil());
            record(change, action, name, Map.of("result", over ? "wrong, barred now" : "wrong"));
            return new SignIn.Refused();
        }
        // With a second factor the count goes on until that is right too: else its codes could be tried without end.
        boolean done = !account.hasSecondFactor() || action.equals(SECOND_FACTOR);
        if (done) {
            AccountRows.failures(change.rows(), name, 0, AccountRows.LONG_AGO);
        }
        record(change, action, name, Map.of("result", "right"));
        return new SignIn.Welcome(account);
    }

    static void record(Change change, String action, AccountName name, Map<String, String> detail) {
        Map<String, String> fields = new HashMap<>(detail);
        fields.put("account", name.value());
        change.record(action, "", fields);
    }
}
