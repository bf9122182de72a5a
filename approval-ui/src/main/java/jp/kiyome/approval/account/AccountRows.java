package jp.kiyome.approval.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Group;

/** Reads and writes the tables of accounts. Stateless. */
final class AccountRows {

    static final Instant LONG_AGO = Instant.EPOCH;

    private AccountRows() {}

    static Optional<Account> find(Rows rows, AccountName name) {
        return rows.sql("select * from account where organisation = :organisation and name = :name")
                .param("name", name.value())
                .query((row, number) -> account(rows, row))
                .optional();
    }

    /** Whoever else has an address: mail is recognized by it. */
    static boolean isAnothersMail(Rows rows, Person person) {
        return rows.sql("""
                select count(*) from account where organisation = :organisation and mail = :mail and name <> :name""")
                        .param("mail", person.mail())
                        .param("name", person.name().value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whose subject at a provider it is. */
    static Optional<AccountName> ofSubject(Rows rows, String subject) {
        return rows.sql("select name from account where organisation = :organisation and subject = :subject")
                .param("subject", subject)
                .query((row, number) -> new AccountName(row.getString("name")))
                .optional();
    }

    static List<Account> all(Rows rows) {
        return rows.sql("select * from account where organisation = :organisation order by name")
                .query((row, number) -> account(rows, row))
                .list();
    }

    private static Account account(Rows rows, ResultSet row) throws SQLException {
        AccountName name = new AccountName(row.getString("name"));
        Person person = new Person(
                rows.organisation(),
                name,
                StoredText.read(row.getString("full_name")),
                row.getString("mail"),
                new Group(row.getString("group_name")),
                grants(rows, name));
        return new Account(
                person,
                Origin.valueOf(row.getString("origin")),
                row.getString("subject"),
                row.getString("password"),
                row.getBoolean("must_change"),
                row.getInt("failures"),
                Times.read(row, "barred_until"),
                row.getBoolean("locked"),
                row.getString("totp"),
                row.getLong("totp_step"),
                row.getLong("generation"));
    }

    private static List<Grant> grants(Rows rows, AccountName name) {
        return rows.sql("""
                select role, group_name from account_role where organisation = :organisation and account = :name
                order by role, group_name""")
                .param("name", name.value())
                .query((row, number) ->
                        new Grant(Role.valueOf(row.getString("role")), new Group(row.getString("group_name"))))
                .list();
    }

    /** Somebody whose first password is to be changed. */
    static void insert(Rows rows, Person person, String password) {
        insert(rows, person, Origin.LOCAL, "", password);
    }

    /** Somebody whose password is kept elsewhere. */
    static void insertOutside(Rows rows, Person person, Origin origin, String subject) {
        insert(rows, person, origin, subject, "");
    }

    private static void insert(Rows rows, Person person, Origin origin, String subject, String password) {
        rows.sql("""
                insert into account (organisation, name, full_name, mail, group_name, password, must_change, failures,
                    barred_until, locked, totp, totp_step, generation, origin, subject)
                values (:organisation, :name, :fullName, :mail, :group, :password, :mustChange, 0, :longAgo, false, '', 0, 0,
                    :origin, :subject)""")
                .param("origin", origin.name())
                .param("subject", subject)
                .param("mustChange", origin == Origin.LOCAL)
                .param("name", person.name().value())
                .param("fullName", StoredText.of(person.fullName()))
                .param("mail", person.mail())
                .param("group", person.group().name())
                .param("password", password)
                .param("longAgo", Times.of(LONG_AGO))
                .update();
        insertGrants(rows, person);
    }

    /** What somebody is called and may do, as they are now; sessions from before are over. */
    static void update(Rows rows, Person person) {
        rows.sql("""
                update account set full_name = :fullName, mail = :mail, group_name = :group, generation = generation + 1
                where organisation = :organisation and name = :name""")
                .param("name", person.name().value())
                .param("fullName", StoredText.of(person.fullName()))
                .param("mail", person.mail())
                .param("group", person.group().name())
                .update();
        rows.sql("delete from account_role where organisation = :organisation and account = :name")
                .param("name", person.name().value())
                .update();
        insertGrants(rows, person);
    }

    private static void insertGrants(Rows rows, Person person) {
        for (Grant grant : person.grants()) {
            rows.sql("""
                    insert into account_role (organisation, account, role, group_name)
                    values (:organisation, :name, :role, :group) on conflict do nothing""")
                    .param("name", person.name().value())
                    .param("role", grant.role().name())
                    .param("group", grant.group().name())
                    .update();
        }
    }

    static void password(Rows rows, AccountName name, String hash, boolean mustChange) {
        rows.sql("""
                update account set password = :password, must_change = :mustChange, failures = 0, barred_until = :longAgo,
                    generation = generation + 1 where organisation = :organisation and name = :name""")
                .param("password", hash)
                .param("mustChange", mustChange)
                .param("longAgo", Times.of(LONG_AGO))
                .param("name", name.value())
                .update();
    }

    static void failures(Rows rows, AccountName name, int failures, Instant barredUntil) {
        rows.sql("""
                update account set failures = :failures, barred_until = :until
                where organisation = :organisation and name = :name""")
                .param("failures", failures)
                .param("until", Times.of(barredUntil))
                .param("name", name.value())
                .update();
    }

    static void locked(Rows rows, AccountName name, boolean locked) {
        rows.sql("""
                update account set locked = :locked, generation = generation + 1
                where organisation = :organisation and name = :name""").param("locked", locked).param("name", name.value()).update();
    }

    static void totp(Rows rows, AccountName name, String secret, long step) {
        rows.sql("""
                update account set totp = :secret, totp_step = :step
                where organisation = :organisation and name = :name""")
                .param("secret", secret)
                .param("step", step)
                .param("name", name.value())
                .update();
    }
}
