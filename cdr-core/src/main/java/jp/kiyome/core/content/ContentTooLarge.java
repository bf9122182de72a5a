package jp.kiyome.core.content;

import java.io.IOException;

/** A stream held more bytes than were allowed. */
public final class ContentTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    public ContentTooLarge(long limit) {
        super("more than " + limit + " bytes");
    }
}
