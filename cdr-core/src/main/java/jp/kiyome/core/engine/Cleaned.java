package jp.kiyome.core.engine;

import java.io.InputStream;
import jp.kiyome.core.content.Content;

/**
 * The bytes of a rebuilt file. Nobody but the engine and its pool of workers makes one, and only from what a handler
 * wrote and the verification accepted; so no outcome can carry the input.
 */
public final class Cleaned {

    private final Content content;

    Cleaned(Content content) {
        this.content = content;
    }

    /**
     * For bytes that one worker rebuilt and another has verified. An architecture test sees to it that only the pool of
     * workers calls this.
     *
     * @param content a private copy, which no worker can reach any more
     */
    public static Cleaned verifiedByWorker(Content content) {
        return new Cleaned(content);
    }

    /** Bytes. */
    public long size() {
        return content.size();
    }

    public InputStream stream() {
        return content.stream();
    }

    /** For random access; lives as long as the workspace. */
    public Content content() {
        return content;
    }
}
