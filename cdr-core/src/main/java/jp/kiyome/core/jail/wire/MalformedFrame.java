package jp.kiyome.core.jail.wire;

import java.io.IOException;

/** What came through the pipe is not as the protocol says. Nothing that follows it can be read. */
public final class MalformedFrame extends IOException {

    private static final long serialVersionUID = 1L;

    public MalformedFrame(String why) {
        super(why);
    }
}
