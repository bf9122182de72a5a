package jp.kiyome.approval.search;

import java.util.List;
import jp.kiyome.approval.person.Person;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;

/** Searches that people keep by a name, each for themselves. Threads and processes may share it. */
public final class SavedSearches {

    /** Of one person at most. */
    public static final int MOST = 30;

    /** Characters of a name at most. */
    public static final int LONGEST = 60;

    private final Ledger ledger;

    public SavedSearches(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * A search that somebody keeps.
     *
     * @param query as {@link SearchForm#query} writes it
     */
    public record Saved(Untrusted name, String query) {}

    /** Somebody's own, by name. */
    public List<Saved> of(Person person) {
        return ledger.read(person.organisation(), rows -> rows.sql("""
                        select name, query from saved_search where organisation = :organisation and account = :account
                        order by name limit :most""")
                .param("account", person.name().value())
                .param("most", MOST)
                .query((row, number) -> new Saved(StoredText.read(row.getString("name")), row.getString("query")))
                .list());
    }

    /**
     * Keeps a search; one of the same name is replaced.
     *
     * @return false when there are too many, or the name is empty or too long: then nothing was kept
     */
    public boolean keep(Person person, String typed, SearchForm form) {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            return false;
        }
        return ledger.change(person.organisation(), person.actor(), change -> {
            forget(change.rows(), person, name);
            long there = change.rows()
                    .sql("""
                            select count(*) from saved_search where organisation = :organisation and account = :account""")
                    .param("account", person.name().value())
                    .query(Long.class)
                    .single();
            if (there >= MOST) {
                return false;
            }
            change.rows()
                    .sql("""
                            insert into saved_search (organisation, account, name, query)
                            values (:organisation, :account, :name, :query)""")
                    .param("account", person.name().value())
                    .param("name", StoredText.of(Untrusted.of(name)))
                    .param("query", form.query())
                    .update();
            return true;
        });
    }

    public void forget(Person person, String name) {
        ledger.change(person.organisation(), person.actor(), change -> forget(change.rows(), person, name.strip()));
    }

    private static int forget(Rows rows, Person person, String name) {
        return rows.sql("""
                        delete from saved_search
                        where organisation = :organisation and account = :account and name = :name""")
                .param("account", person.name().value())
                .param("name", StoredText.of(Untrusted.of(name)))
                .update();
    }
}
