package jp.kiyome.quarantine.database;

/** Something that this process alone holds until it is closed, or the process ends. */
public interface Held extends AutoCloseable {

    /** Lets go. */
    @Override
    void close();
}
