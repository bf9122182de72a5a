package jp.kiyome.archive.lha;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import jp.kiyome.archive.block.DosTime;
import jp.kiyome.archive.block.PathBytes;
import jp.kiyome.core.finding.Location;

/**
 * What a header says of one member.
 *
 * @param level of the header, 0 to 3
 * @param packed where the packed bytes begin in the file
 * @param packedSize bytes there
 * @param size bytes unpacked
 * @param crc16 of the unpacked bytes
 * @param path raw bytes; a slash between steps where the header has its own mark for them, else a backslash or what stood
 *     there; ends with one for most directories
 * @param dosTime date and time as DOS packs them, in the sender's time zone
 * @param unixTime seconds since 1970
 * @param unixMode file type and permissions; 0 where not said
 * @param system the letter of the system that packed it; 0 where not said
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
record LhaMember(
        int level,
        Method method,
        long packed,
        long packedSize,
        long size,
        int crc16,
        byte[] path,
        OptionalLong dosTime,
        OptionalLong unixTime,
        int unixMode,
        int system) {

    private static final int TYPE = 0170000;
    private static final int LINK = 0120000;

    /** The path without folders. */
    byte[] lastStep() {
        int from = path.length;
        while (from > 0 && path[from - 1] != '/' && path[from - 1] != '\\') {
            from--;
        }
        return Arrays.copyOfRange(path, from, path.length);
    }

    boolean isDirectory() {
        return method == Method.DIRECTORY && !isLink();
    }

    /** A symbolic link: its path is {@code name|target} (LHa for UNIX). */
    boolean isLink() {
        return (unixMode & TYPE) == LINK;
    }

    /** On the clock of Japan, or of the sender where that is what is said. */
    Optional<LocalDateTime> time() {
        if (dosTime.isPresent()) {
            return DosTime.read(dosTime.getAsLong());
        }
        return unixTime.isPresent() ? Optional.of(DosTime.ofUnix(unixTime.getAsLong())) : Optional.empty();
    }

    boolean isStored() {
        return method == Method.STORED || method == Method.LARC_STORED;
    }

    Location where() {
        return PathBytes.where(path);
    }
}
