package jp.kiyome.core.spi;

import java.util.Optional;

/**
 * What stands around a nested file and may be named in it: the pictures of the message that a page is the body of. The outer file's handler
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
}
