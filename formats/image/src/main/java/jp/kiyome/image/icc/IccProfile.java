package jp.kiyome.image.icc;

import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Removed;

public record IccProfile(Bytes bytes, boolean srgb) {
    public static final int MAX_BYTES = 4 << 20;
    public static final IccProfile NONE = new IccProfile(Bytes.none(), false);

    public enum Space {
        GRAY,
        RGB,
        CMYK
    }

    public boolean none() {
        return bytes.isEmpty();
    }

    public static IccProfile rebuild(byte[] input, Space space, Session session, String where) {
        session.found(Removed.from("image.colour-profile", where));
        return NONE;
    }
}
