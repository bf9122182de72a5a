package jp.kiyome.core.engine;

import jp.kiyome.core.content.Content;

/** A detector that shares no code with the handlers. Threads may share it. */
@FunctionalInterface
public interface MagicWitness {

    /** The media type that the first bytes suggest, or an empty string. Never throws for bad input. */
    String mediaType(Content content);

    /**
     * The same with more effort, for a file that would else have no name. Asked only when no handler knows the structure
     * and {@link #mediaType} knows nothing.
     */
    default String longerLook(Content content) {
        return "";
    }

    /** Whether a file of the media type {@code structure} cannot look like {@code magic}, which may be empty. */
    default boolean contradicts(String magic, String structure) {
        return !magic.isEmpty() && !magic.equals(structure);
    }
}
