package jp.kiyome.quarantine.reprocess.batch;

/** Where parts are handed to, when they are not done here. */
@FunctionalInterface
public interface Elsewhere {

    /** Hands a part on; when this returns, whoever is there will get it, and another when that one dies. */
    void hand(Assignment assignment);
}
