package jp.kiyome.quarantine.database;

/**
 * Tables of another module, in the same database: made and brought up to date when it is opened, behind the store's own. Each of
 * them has a column {@code organisation}, and on PostgreSQL row-level security, without which nothing opens.
 *
 * @param name of the module, lower-case letters; names the history of its migrations too
 * @param migrations a folder of the class path with {@code common}, {@code h2} and {@code postgresql} in it, as Flyway reads them
 */
public record OwnTables(String name, String migrations) {

    public OwnTables {
        if (!name.matches("[a-z]{1,32}")) {
            throw new IllegalArgumentException("not a name: " + name);
        }
    }
}
