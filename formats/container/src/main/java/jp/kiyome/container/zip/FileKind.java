package jp.kiyome.container.zip;

import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/**
 * What the external attributes say a member is (APPNOTE 4.4.15): the MS-DOS attributes in the low byte, a Unix mode in the
 * upper half. Programs differ in when they believe the mode, so it counts whatever system the archive says it is from.
 */
final class FileKind {

    private static final int MODE_TYPE = 0170000;
    private static final int MODE_FOLDER = 0040000;
    private static final int MODE_FILE = 0100000;
    private static final int MODE_LINK = 0120000;
    private static final int DOS_VOLUME = 0x08;
    private static final int DOS_FOLDER = 0x10;

    private FileKind() {}

    /** Refuses links, devices, volume labels, and files that are folders to some programs. */
    static void require(ZipMember member, long attributes) {
        Location where = Location.ofPart(member.name());
        int type = (int) (attributes >>> 16) & MODE_TYPE;
        if (type == MODE_LINK) {
            throw Refusal.of("zip.link", where, "");
        }
        boolean plain = type == 0 || type == MODE_FILE || type == MODE_FOLDER;
        if (!plain || (attributes & DOS_VOLUME) != 0) {
            throw Refusal.of("zip.special-file", where, "0x" + Long.toHexString(attributes));
        }
        boolean saidFolder = type == MODE_FOLDER || (attributes & DOS_FOLDER) != 0;
        if (member.folder() ? type == MODE_FILE || member.size() != 0 : saidFolder) {
            throw Refusal.of("zip.folder", where, member.size() + " bytes, 0x" + Long.toHexString(attributes));
        }
    }
}
