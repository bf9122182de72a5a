package jp.kiyome.approval.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.approval.person.Person;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Organisation;

/** The policies that were applied on the page, by organisation. Nothing of them is ever changed. Threads and processes may share it. */
public final class PolicyVersions {

    /** In a list. */
    private static final int MOST = 100;

    private static final String COLUMNS = "number, words, hash, account, at, comment, former";

    private final Ledger ledger;

    public PolicyVersions(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The one that holds; empty where none was ever applied. */
    public Optional<PolicyVersion> current(Organisation organisation) {
        return ledger.read(organisation, PolicyVersions::last);
    }

    public Optional<PolicyVersion> find(Organisation organisation, int number) {
        return ledger.read(organisation, rows -> rows.sql("select " + COLUMNS
                        + " from policy_version where organisation = :organisation and number = :number")
                .param("number", number)
                .query((row, any) -> version(row))
                .optional());
    }

    /** The last first. */
    public List<PolicyVersion> all(Organisation organisation) {
        return ledger.read(organisation, rows -> rows.sql("select " + COLUMNS
                        + " from policy_version where organisation = :organisation order by number desc limit :most")
                .param("most", MOST)
                .query((row, any) -> version(row))
                .list());
    }

    private static Optional<PolicyVersion> last(Rows rows) {
        return rows.sql("select " + COLUMNS
                        + " from policy_version where organisation = :organisation order by number desc limit 1")
                .query((row, any) -> version(row))
                .optional();
    }

    private static PolicyVersion version(ResultSet row) throws SQLException {
        return new PolicyVersion(
                row.getInt("number"),
                StoredText.read(row.getString("words")),
                row.getString("hash"),
                row.getString("account"),
                Times.read(row, "at"),
                StoredText.read(row.getString("comment")),
                row.getInt("former"));
    }

    /**
     * What is applied.
     *
     * @param seen the number of the version that somebody has looked at; 0 for none
     * @param former as in {@link PolicyVersion}
     */
    record Applying(Untrusted text, String hash, Untrusted comment, int seen, int former) {}

    /** Applies one; empty when another has been applied since somebody has looked. */
    Optional<Integer> apply(Person person, Applying applying) {
        return ledger.change(person.organisation(), person.actor(), change -> {
            Optional<PolicyVersion> before = last(change.rows());
            if (before.map(PolicyVersion::number).orElse(0) != applying.seen()) {
                return Optional.empty();
            }
            int number = applying.seen() + 1;
            change.rows()
                    .sql("""
                            insert into policy_version (organisation, number, words, hash, account, at, comment, former)
                            values (:organisation, :number, :words, :hash, :account, :at, :comment, :former)""")
                    .param("number", number)
                    .param("words", StoredText.of(applying.text()))
                    .param("hash", applying.hash())
                    .param("account", person.name().value())
                    .param("at", Times.of(change.now()))
                    .param("comment", StoredText.of(applying.comment()))
                    .param("former", applying.former())
                    .update();
            change.record(
                    applying.former() == 0 ? "policy.apply" : "policy.restore",
                    "",
                    Map.of(
                            "number", Integer.toString(number),
                            "former", Integer.toString(applying.former()),
                            "policy", applying.hash(),
                            "before", before.map(PolicyVersion::hash).orElse(""),
                            "words", applying.comment().unescaped()));
            return Optional.of(number);
        });
    }
}
