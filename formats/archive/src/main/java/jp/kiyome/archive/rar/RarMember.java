package jp.kiyome.archive.rar;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import jp.kiyome.archive.MemberKind;
import jp.kiyome.archive.name.RawName;

/**
 * What a header says of one member.
 *
 * @param packed where the packed bytes begin in the file
 * @param packedSize bytes there
 * @param size bytes unpacked
 * @param packing how; the members of a solid archive have the same
 * @param solid whether it is packed with what the members before it hold
 * @param window bytes that a match may reach back
 * @param crc32 of the unpacked bytes, where said
 * @param blake2 of the unpacked bytes (BLAKE2sp), where said instead
 * @param lock what encrypts it, if anything does
 */
record RarMember(
        RawName name,
        MemberKind kind,
        Optional<LocalDateTime> time,
        long packed,
        long packedSize,
        long size,
        Packing packing,
        boolean solid,
        long window,
        OptionalLong crc32,
        Optional<byte[]> blake2,
        Optional<RarLock> lock) {

    /** The packings that there are. */
    enum Packing {
        STORED,
        /** Of RAR 2.9 to 4. */
        RAR4,
        RAR5
    }

    boolean isPacked() {
        return kind == MemberKind.FILE && packing != Packing.STORED;
    }
}
