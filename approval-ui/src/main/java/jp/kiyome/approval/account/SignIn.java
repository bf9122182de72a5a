package jp.kiyome.approval.account;

/** What came of an attempt to sign in. Whoever failed is not told why: accounts cannot be found out by trying. */
public sealed interface SignIn {

    /** Let in, or to the next step. */
    record Welcome(Account account) implements SignIn {}

    /** Wrong, unknown, locked or barred. */
    record Refused() implements SignIn {}
}
