package jp.kiyome.archive.rar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import jp.kiyome.archive.MemberKind;
import jp.kiyome.archive.block.DosTime;
import jp.kiyome.archive.block.Fields;
import jp.kiyome.archive.name.RawName;
import jp.kiyome.archive.rar.RarMember.Packing;

/** The header of a file (technote, "File header and service header"). */
final class Rar5FileHeader {

    private static final int DIRECTORY = 0x01;
    private static final int HAS_TIME = 0x02;
    private static final int HAS_CRC = 0x04;
    private static final int UNKNOWN_SIZE = 0x08;

    private static final int VERSION = 0x3F;
    private static final int SOLID = 0x40;
    private static final long SMALLEST_WINDOW = 1 << 17;
    private static final int LARGEST_WINDOW_CODE = 15;

    private static final long UNIX_EPOCH = 11_644_473_600L;

    private final Fields in;
    private Optional<LocalDateTime> time = Optional.empty();
    private Optional<byte[]> blake2 = Optional.empty();
    private Optional<RarLock> lock = Optional.empty();
    private boolean link;

    private Rar5FileHeader(Fields in) {
        this.in = in;
    }

    /**
     * Where the data of a block stands.
     *
     * @param at in the file
     * @param size bytes there
     * @param extra bytes at the end of the header that hold records
     */
    record Place(long at, long size, int extra) {}

    static RarMember read(Fields in, Place place) {
        return new Rar5FileHeader(in).member(place);
    }

    /** What a service header calls itself. */
    static String serviceName(Fields in) {
        Rar5FileHeader header = new Rar5FileHeader(in);
        header.facts();
        return new String(header.name(), StandardCharsets.UTF_8);
    }

    /** What stands before the name. */
    private record Facts(int flags, long size, OptionalLong crc32, int packing) {}

    private Facts facts() {
        int flags = (int) in.variable();
        long size = in.variable();
        in.variable();
        if ((flags & HAS_TIME) != 0) {
            time = Optional.of(DosTime.ofUnix(in.u32()));
        }
        OptionalLong crc32 = (flags & HAS_CRC) == 0 ? OptionalLong.empty() : OptionalLong.of(in.u32());
        int packing = (int) in.variable();
        in.variable();
        return new Facts(flags, size, crc32, packing);
    }

    private byte[] name() {
        return in.bytes(in.count());
    }

    private RarMember member(Place place) {
        Facts facts = facts();
        in.require((facts.flags & UNKNOWN_SIZE) == 0, "a file of unknown size");
        byte[] name = name();
        in.require(name.length > 0 && in.left() >= place.extra, "a file without a name");
        in.skip(in.left() - place.extra);
        records();
        int method = facts.packing >>> 7 & 0x07;
        int window = facts.packing >>> 10 & 0x1F;
        boolean directory = (facts.flags & DIRECTORY) != 0;
        MemberKind kind = link ? MemberKind.LINK : directory ? MemberKind.DIRECTORY : MemberKind.FILE;
        if (kind == MemberKind.FILE && method > 0) {
            in.require((facts.packing & VERSION) == 0, "packing of version " + (facts.packing & VERSION));
            in.require(method <= 5 && window <= LARGEST_WINDOW_CODE, "method " + method);
        }
        return new RarMember(
                new RawName(name, Optional.of(StandardCharsets.UTF_8), Optional.empty()),
                kind,
                time,
                place.at,
                place.size,
                facts.size,
                method == 0 ? Packing.STORED : Packing.RAR5,
                (facts.packing & SOLID) != 0,
                SMALLEST_WINDOW << Math.min(window, LARGEST_WINDOW_CODE),
                facts.crc32,
                blake2,
                lock);
    }

    /** The extra area (technote, "Extra area records"). */
    private void records() {
        while (in.left() > 0) {
            Fields record = in.inner(in.count());
            switch ((int) Math.min(record.variable(), Integer.MAX_VALUE)) {
                case 1 -> lock = Optional.of(lock(record));
                case 2 -> {
                    record.require(record.variable() == 0, "an unknown hash");
                    blake2 = Optional.of(record.bytes(32));
                }
                case 3 -> time(record);
                case 5 -> link = true;
                default -> {
                    // Versions, owners and what services need: nothing of it is carried over.
                }
            }
        }
    }

    private static RarLock lock(Fields record) {
        record.require(record.variable() == 0, "an unknown encryption");
        int flags = (int) record.variable();
        int rounds = record.u8();
        byte[] salt = record.bytes(16);
        byte[] start = record.bytes(16);
        Optional<byte[]> check = (flags & 1) == 0 ? Optional.empty() : Optional.of(record.bytes(12));
        return new RarLock.Version5(rounds, salt, start, check.filter(Rar5Keys::soundCheck), (flags & 2) != 0);
    }

    private void time(Fields record) {
        int flags = (int) record.variable();
        if ((flags & 2) == 0) {
            return;
        }
        long seconds = (flags & 1) != 0 ? record.u32() : Long.divideUnsigned(record.bits64(), 10_000_000L) - UNIX_EPOCH;
        if (seconds >= 0 && seconds <= 0xFFFFFFFFL) {
            time = Optional.of(DosTime.ofUnix(seconds));
        }
    }
}
