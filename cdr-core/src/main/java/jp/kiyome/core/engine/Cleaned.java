package jp.kiyome.core.engine;

import java.io.InputStream;
import jp.kiyome.core.content.Content;

/**
 * The bytes of a rebuilt file. Nobody but the engine makes one, and only from a sink that a handler wrote and the
 * verification accepted; so no outcome can carry the input.
 */
public final class Cleaned {

    private final Content content;

    Cleaned(Content content) {
        this.content = content;
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
