package jp.kiyome.core.spi;

import java.util.Optional;

/**
 * What stands around a nested file: what may be named in it, as the pictures of the message that a page is the body of, and what that place asks of it. The outer file's handler
 * answers, and only for what it keeps. Used by the thread of the session alone.
 */
@FunctionalInterface
public interface Surroundings {

    /** Nothing: the file stands alone. */
    Surroundings NONE = address -> Optional.empty();

    /**
     * The address to be written for a picture that stands beside the file.
     *
     * @param address as the file has it; untrusted
     * @return one that is made of clean characters and leads nowhere outside; the same again when asked with it. Empty where there is no such
     *     picture
     */
    Optional<String> picture(String address);

    /** Whether the place takes text alone: a page is written as text there, and the handler says so as a conversion. */
    default boolean textOnly() {
        return false;
    }

    /** Whether it is asked for what the file reads like as text. */
    default boolean listens() {
        return false;
    }

    /**
     * Hears what the file reads like as text, lines ended by LF; told once, and only where it {@link #listens}.
     *
     * @param whole whether nothing is left out of it, as what a page holds and does not show
     */
    default void hear(String text, boolean whole) {}
}
