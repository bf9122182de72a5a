package jp.kiyome.archive.block;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times as archives count them. */
public final class DosTime {

    /** Japan's, whose clock times are shown in. */
    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);

    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = 2107;

    /** What is written where no time is known. */
    private static final LocalDateTime NONE = LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0);

    private DosTime() {}

    /** Of the four bytes in which DOS packs date (high) and time (low); empty where they are no time. */
    public static Optional<LocalDateTime> read(long packed) {
        int date = (int) (packed >>> 16);
        int time = (int) packed & 0xFFFF;
        try {
            return Optional.of(LocalDateTime.of(
                    FIRST_YEAR + (date >>> 9),
                    date >>> 5 & 0x0F,
                    date & 0x1F,
                    time >>> 11,
                    time >>> 5 & 0x3F,
                    2 * (time & 0x1F)));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** The four bytes; a time that they cannot say is written as the first they can. */
    public static long write(Optional<LocalDateTime> time) {
        LocalDateTime said = time.filter(t -> t.getYear() >= FIRST_YEAR && t.getYear() <= LAST_YEAR)
                .orElse(NONE);
        long date = (long) (said.getYear() - FIRST_YEAR) << 9 | said.getMonthValue() << 5 | said.getDayOfMonth();
        return date << 16 | said.getHour() << 11 | said.getMinute() << 5 | said.getSecond() / 2;
    }

    /** The clock of Japan at so many seconds since 1970, 0 to 2^32. */
    public static LocalDateTime ofUnix(long seconds) {
        return LocalDateTime.ofEpochSecond(seconds, 0, JAPAN);
    }

    /** Seconds since 1970 as four bytes have them; a time that they cannot say is written as DOS's first. */
    public static long unix(Optional<LocalDateTime> time) {
        long seconds = time.orElse(NONE).toEpochSecond(JAPAN);
        return seconds >= 0 && seconds <= 0xFFFFFFFFL ? seconds : NONE.toEpochSecond(JAPAN);
    }
}
