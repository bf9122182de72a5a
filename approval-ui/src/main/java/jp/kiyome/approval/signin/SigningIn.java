package jp.kiyome.approval.signin;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.kiyome.approval.access.Attempts;
import jp.kiyome.approval.account.Account;
import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.account.Origin;
import jp.kiyome.approval.account.OutsideAccounts;
import jp.kiyome.approval.account.PasswordRule;
import jp.kiyome.approval.account.SignIn;
import jp.kiyome.approval.directory.DirectoryAnswer;
import jp.kiyome.approval.directory.LdapDirectory;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.quarantine.item.Organisation;

/**
 * Name and password: of our own accounts, or of the organisation's directory. A local account is never asked of the directory, and so
 * is there when that is not. Whoever is refused is not told why. Threads share it.
 */
public final class SigningIn {

    private static final Logger LOG = Logger.getLogger(SigningIn.class.getName());

    private final Accounts accounts;
    private final OutsideAccounts outside;
    private final Map<Organisation, LdapDirectory> directories;
    /** Of names that have no account yet, and so no row to count in. */
    private final Attempts unknown;

    public SigningIn(
            Accounts accounts,
            OutsideAccounts outside,
            Map<Organisation, LdapDirectory> directories,
            InstantSource clock) {
        this.accounts = accounts;
        this.outside = outside;
        this.directories = Map.copyOf(directories);
        this.unknown = new Attempts(Accounts.MOST_FAILURES, Accounts.BARRED, clock);
    }

    public SignIn signIn(Organisation organisation, AccountName name, String password) {
        Optional<LdapDirectory> directory = Optional.ofNullable(directories.get(organisation));
        Optional<Account> account = accounts.find(organisation, name);
        boolean asked = directory.isPresent()
                && account.map(one -> one.origin() == Origin.DIRECTORY).orElse(true);
        if (!asked) {
            return accounts.signIn(organisation, name, password);
        }
        if (password.isEmpty() || password.length() > PasswordRule.LONGEST) {
            outside.refuse(organisation, name);
            return new SignIn.Refused();
        }
        if (!outside.mayTry(Origin.DIRECTORY, organisation, name)) {
            return new SignIn.Refused();
        }
        if (account.isEmpty() && !unknown.allow(organisation + "/" + name)) {
            outside.recordRefusal(organisation, name, "barred");
            return new SignIn.Refused();
        }
        return settled(organisation, name, directory.get().ask(name, password));
    }

    private SignIn settled(Organisation organisation, AccountName name, DirectoryAnswer answer) {
        return switch (answer) {
            case DirectoryAnswer.Right right -> outside.admit(Origin.DIRECTORY, "", right.person());
            case DirectoryAnswer.Wrong _ -> {
                outside.refuse(organisation, name);
                yield new SignIn.Refused();
            }
            case DirectoryAnswer.NoRole _ -> {
                outside.recordRefusal(organisation, name, "no role");
                yield new SignIn.Refused();
            }
            case DirectoryAnswer.Unreachable unreachable -> {
                LOG.log(Level.WARNING, "the directory of {0}: {1}", new Object[] {organisation, unreachable.why()});
                outside.recordRefusal(organisation, name, "directory unreachable");
                yield new SignIn.Refused();
            }
        };
    }
}
