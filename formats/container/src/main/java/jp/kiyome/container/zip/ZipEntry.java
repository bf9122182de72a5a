package jp.kiyome.container.zip;

import java.util.Optional;

/**
 * A member of an archive as central directory and local header agree on it, with its name not yet read.
 *
 * @param shown the name for reports, whatever its charset
 * @param name bytes of the name
 * @param utf8 whether the archive says that the name is UTF-8 (APPNOTE 4.4.4 bit 11)
 * @param unicodeName the name by its Unicode path field (APPNOTE 4.6.9), where that is current
 * @param locked whether the bytes are encrypted (APPNOTE 4.4.4 bit 0)
 * @param flags the other general purpose bits, of which some methods need two
 * @param method APPNOTE 4.4.5; 99 for AES
 * @param aes the AES field (0x9901), where there is one
 * @param time date and time of MS-DOS (APPNOTE 4.4.6), the date in the upper half
 * @param attributes external attributes (APPNOTE 4.4.15)
 * @param crc32 CRC-32 of the decoded bytes, as declared
 * @param compressedSize bytes in the archive; inside the archive's bounds
 * @param size bytes once decoded, as declared
 * @param headerAt offset of the local header
 * @param dataAt offset of the {@code compressedSize} bytes
 */
// Nobody compares two.
@SuppressWarnings("ArrayRecordComponent")
public record ZipEntry(
        String shown,
        byte[] name,
        boolean utf8,
        Optional<String> unicodeName,
        boolean locked,
        int flags,
        int method,
        Optional<byte[]> aes,
        long time,
        long attributes,
        long crc32,
        long compressedSize,
        long size,
        long headerAt,
        long dataAt) {

    /** What Unix systems say a member is, in the upper half of the attributes. */
    private static final int MODE_TYPE = 0170000;

    private static final int MODE_FOLDER = 0040000;
    private static final int MODE_FILE = 0100000;
    private static final int MODE_LINK = 0120000;
    private static final int DOS_VOLUME = 0x08;
    private static final int DOS_FOLDER = 0x10;

    private int type() {
        return (int) (attributes >>> 16) & MODE_TYPE;
    }

    /** Whether some program makes a link of it. */
    public boolean link() {
        return type() == MODE_LINK;
    }

    /** Whether it is a device, a volume label or anything else but a file, a folder or a link. */
    public boolean special() {
        boolean plain = type() == 0 || type() == MODE_FILE || type() == MODE_FOLDER || link();
        return !plain || (attributes & DOS_VOLUME) != 0;
    }

    /** Whether some program makes a folder of it. */
    public boolean folder() {
        boolean slash = name.length > 0 && name[name.length - 1] == '/';
        return slash || type() == MODE_FOLDER || (attributes & DOS_FOLDER) != 0;
    }

    /** Whether some program makes a file of it although others make a folder. */
    public boolean ambiguousFolder() {
        return folder() && (size != 0 || type() == MODE_FILE);
    }
}
