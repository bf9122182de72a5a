package jp.kiyome.core.policy.file;

/**
 * A section of the policy file that another module gives a meaning.
 *
 * @param <T> what it says
 */
public interface PolicySection<T> {

    /** Its key in the file. */
    String name();

    /** What holds where a file has no such section. */
    T absent();

    /**
     * Reads it. Every fault is told to the entry it stands in; what is returned beside a fault is not used.
     */
    T read(PolicyEntry section);
}
