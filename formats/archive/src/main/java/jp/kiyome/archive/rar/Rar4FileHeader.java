package jp.kiyome.archive.rar;

import java.util.Optional;
import java.util.OptionalLong;
import jp.kiyome.archive.MemberKind;
import jp.kiyome.archive.block.DosTime;
import jp.kiyome.archive.block.Fields;
import jp.kiyome.archive.rar.RarMember.Packing;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/** The header of a file of version 4, behind type, flags and length. */
final class Rar4FileHeader {

    private static final int SPLIT = 0x0001 | 0x0002;
    private static final int ENCRYPTED = 0x0004;
    private static final int SOLID = 0x0010;
    private static final int DIRECTORY = 0x00E0;
    private static final int LARGE = 0x0100;
    private static final int UNICODE = 0x0200;
    private static final int SALTED = 0x0400;

    private static final int STORED = 0x30;
    private static final int BEST = 0x35;

    /** The packing that RAR 2.9 to 4 write; older ones are told and refused. */
    private static final int PACKING = 29;

    private static final int NEWEST_PACKING = 36;
    private static final int UNIX = 3;
    private static final int UNIX_TYPE = 0170000;
    private static final int UNIX_LINK = 0120000;
    private static final int UNIX_DIRECTORY = 0040000;
    private static final int WINDOWS_DIRECTORY = 0x10;
    private static final long WINDOW = 1 << 22;

    private Rar4FileHeader() {}

    /**
     * @param at where the packed bytes begin
     * @param available bytes of the file from there on
     */
    static RarMember read(Fields in, int flags, long at, long available) {
        if ((flags & SPLIT) != 0) {
            throw Refusal.of("rar.volume", Location.wholeFile(), "");
        }
        long packedSize = in.u32();
        long size = in.u32();
        int system = in.u8();
        long crc32 = in.u32();
        long time = in.u32();
        int packing = in.u8();
        int method = in.u8();
        int nameLength = in.u16();
        long attributes = in.u32();
        if ((flags & LARGE) != 0) {
            packedSize |= in.u32() << 32;
            size |= in.u32() << 32;
        }
        in.require(packedSize >= 0 && packedSize <= available && size >= 0, "packed bytes are cut off");
        byte[] name = in.bytes(nameLength);
        in.require(name.length > 0, "a file without a name");
        Optional<RarLock> lock = Optional.empty();
        if ((flags & ENCRYPTED) != 0) {
            lock = Optional.of(new RarLock.Version4((flags & SALTED) == 0 ? new byte[0] : in.bytes(8)));
        }
        MemberKind kind = kind(flags, system, attributes);
        return new RarMember(
                Rar4Name.read(name, (flags & UNICODE) != 0),
                kind,
                DosTime.read(time),
                at,
                packedSize,
                size,
                kind == MemberKind.FILE ? packing(packing, method) : Packing.STORED,
                (flags & SOLID) != 0,
                WINDOW,
                OptionalLong.of(crc32),
                Optional.empty(),
                lock);
    }

    private static MemberKind kind(int flags, int system, long attributes) {
        int type = (int) attributes & UNIX_TYPE;
        if (system == UNIX && type == UNIX_LINK) {
            return MemberKind.LINK;
        }
        boolean directory = (flags & DIRECTORY) == DIRECTORY
                || (system == UNIX ? type == UNIX_DIRECTORY : (attributes & WINDOWS_DIRECTORY) != 0);
        return directory ? MemberKind.DIRECTORY : MemberKind.FILE;
    }

    private static Packing packing(int version, int method) {
        if (method == STORED) {
            return Packing.STORED;
        }
        if (version < PACKING || version > NEWEST_PACKING || method < STORED || method > BEST) {
            throw Refusal.of("rar.method", Location.wholeFile(), "version " + version + ", method " + method);
        }
        return Packing.RAR4;
    }
}
