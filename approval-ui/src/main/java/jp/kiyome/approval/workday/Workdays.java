package jp.kiyome.approval.workday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * Days on which an office works: not weekends, holidays, or the turn of the year (行政機関の休日に関する法律 第1条; 地方自治法 第4条の2), nor
 * days on which it is closed itself. Stateless.
 */
public final class Workdays {

    /** Days on which an office is closed itself, at most. */
    public static final int MOST_CLOSED = 100;

    private static final MonthDay LAST = MonthDay.of(12, 28);
    private static final MonthDay FIRST = MonthDay.of(1, 4);

    private Workdays() {}

    public static boolean is(LocalDate day, Set<LocalDate> closed) {
        MonthDay inYear = MonthDay.from(day);
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !inYear.isAfter(LAST)
                && !inYear.isBefore(FIRST)
                && !closed.contains(day)
                && !NationalHolidays.is(day);
    }

    /**
     * The workday behind a day that comes so many workdays later; the day itself is not counted (民法 第140条).
     *
     * @param days 1 or more
     */
    public static LocalDate after(LocalDate day, int days, Set<LocalDate> closed) {
        LocalDate at = day;
        for (int left = days; left > 0; ) {
            at = at.plusDays(1);
            if (is(at, closed)) {
                left--;
            }
        }
        return at;
    }
}
