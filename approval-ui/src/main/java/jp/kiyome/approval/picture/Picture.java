package jp.kiyome.approval.picture;

import java.io.IOException;
import java.io.OutputStream;

/** A picture that was rebuilt, so that a browser may have it. Threads share it. */
public final class Picture {

    private final String mediaType;
    private final byte[] bytes;

    /** @param bytes not changed any more */
    Picture(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    public String mediaType() {
        return mediaType;
    }

    public int size() {
        return bytes.length;
    }

    public void writeTo(OutputStream to) throws IOException {
        to.write(bytes);
    }
}
