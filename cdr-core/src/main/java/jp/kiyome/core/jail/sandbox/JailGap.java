package jp.kiyome.core.jail.sandbox;

/** A piece of the jail that is missing. The texts stand in a table beside this class. */
public enum JailGap {
    /** Another operating system than Linux. */
    NOT_LINUX,
    /** No {@code bwrap} in the places where systems keep it. */
    NO_BUBBLEWRAP,
    /** Bubblewrap does not get its namespaces. */
    BUBBLEWRAP_FAILED,
    /** The worker could not give up its system calls. */
    NO_FILTER,
    /** Seen from outside the worker is not confined as it should be. */
    NOT_CONFINED
}
