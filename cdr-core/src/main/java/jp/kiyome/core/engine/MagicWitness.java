package jp.kiyome.core.engine;

import jp.kiyome.core.content.Content;

/** A detector that shares no code with the handlers. Threads may share it. */
@FunctionalInterface
public interface MagicWitness {

    /** The media type that the first bytes suggest, or an empty string. Never throws for bad input. */
    String mediaType(Content content);
}
