package jp.kiyome.archive;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import jp.kiyome.archive.name.RawName;

/**
 * A member of an archive as its listing has it.
 *
 * @param index place in the listing, from 0
 * @param name as the bytes stand there
 * @param kind what it is
 * @param time of the last change on the wall clock of Japan (UTC+9 for formats that count from an epoch), where the archive
 *     has a valid one
 * @param size decoded bytes, where the archive says
 * @param encrypted whether its bytes need a password
 * @param stored whether its bytes stand there uncompressed; the writer does the same
 */
public record Member(
        int index,
        RawName name,
        MemberKind kind,
        Optional<LocalDateTime> time,
        OptionalLong size,
        boolean encrypted,
        boolean stored) {}
