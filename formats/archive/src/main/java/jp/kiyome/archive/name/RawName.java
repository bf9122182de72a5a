package jp.kiyome.archive.name;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A member's name as it stands in the archive: a path whose steps are parted by {@code /} or {@code \}.
 *
 * @param bytes not to be changed by anybody
 * @param said the charset that the archive says they are in; empty where it says none
 * @param second another name of the same member that some programs show instead; empty where there is none
 */
// Nobody compares two.
@SuppressWarnings("ArrayRecordComponent")
public record RawName(byte[] bytes, Optional<Charset> said, Optional<String> second) {

    /** A name whose charset nobody says. */
    public static RawName of(byte[] bytes) {
        return new RawName(bytes, Optional.empty(), Optional.empty());
    }

    /** A name that the archive gives as text. */
    public static RawName of(String text) {
        return new RawName(
                text.getBytes(StandardCharsets.UTF_8), Optional.of(StandardCharsets.UTF_8), Optional.empty());
    }

    boolean ascii() {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
