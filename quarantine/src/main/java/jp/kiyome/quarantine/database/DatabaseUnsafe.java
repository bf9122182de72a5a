package jp.kiyome.quarantine.database;

/** A database that would not keep organisations apart. It is not used. */
public final class DatabaseUnsafe extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnsafe(String what) {
        super(what);
    }
}
