package jp.kiyome.archive.block;

import java.nio.charset.Charset;
import jp.kiyome.core.finding.Location;

/** Paths as raw bytes, whose charset is told later. */
public final class PathBytes {

    private static final Charset CP932 = Charset.forName("windows-31j");

    private PathBytes() {}

    /** Writes slashes for backslashes, but leaves those that are the second byte of a character of CP932 (表, ソ, 能). */
    public static byte[] slashed(byte[] path) {
        byte[] slashed = path.clone();
        for (int i = 0; i < slashed.length; i++) {
            int octet = slashed[i] & 0xFF;
            if (octet >= 0x81 && octet <= 0x9F || octet >= 0xE0 && octet <= 0xFC) {
                i++;
            } else if (octet == '\\') {
                slashed[i] = '/';
            }
        }
        return slashed;
    }

    /** For findings, before the charset is known. */
    public static Location where(byte[] path) {
        return Location.ofPart(new String(path, CP932));
    }
}
