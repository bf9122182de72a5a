package jp.kiyome.archive.zip;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;

/** Date and time of MS-DOS (APPNOTE 4.4.6): local, in steps of two seconds, from 1980 to 2107; the date in the upper half. */
public final class DosTime {

    /** 1980-01-01 00:00: what is written where there is no time. */
    static final long NONE = 0x0021_0000L;

    private DosTime() {}

    /** Empty where the numbers are no moment. */
    public static Optional<LocalDateTime> read(long value) {
        int date = (int) (value >>> 16) & 0xFFFF;
        int time = (int) value & 0xFFFF;
        try {
            return Optional.of(LocalDateTime.of(
                    1980 + (date >>> 9), date >>> 5 & 15, date & 31, time >>> 11, time >>> 5 & 63, (time & 31) * 2));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    /** The nearest moment not later that the format can say. */
    public static long of(Optional<LocalDateTime> moment) {
        return moment.filter(t -> t.getYear() >= 1980 && t.getYear() <= 2107)
                .map(DosTime::number)
                .orElse(NONE);
    }

    private static long number(LocalDateTime t) {
        long date = (long) (t.getYear() - 1980) << 9 | (long) t.getMonthValue() << 5 | t.getDayOfMonth();
        long time = (long) t.getHour() << 11 | (long) t.getMinute() << 5 | t.getSecond() / 2;
        return date << 16 | time;
    }
}
