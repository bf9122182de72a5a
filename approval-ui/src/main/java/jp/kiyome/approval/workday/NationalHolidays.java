package jp.kiyome.approval.workday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import jp.kiyome.core.text.Table;

/**
 * National holidays of Japan from 2020 (国民の祝日に関する法律). Which day an equinox is, is proclaimed each February for the year after;
 * until then it is reckoned here by a formula that has held since 1980 and is meant to hold until 2099. Stateless.
 */
public final class NationalHolidays {

    private static final List<Row> ROWS =
            Table.of(Objects.requireNonNull(NationalHolidays.class.getResource("holidays.tsv"))).rows().stream()
                    .map(row -> new Row(Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2)), row.get(3)))
                    .toList();

    private NationalHolidays() {}

    /** A holiday of the table. */
    private record Row(int from, int until, String day) {

        boolean is(LocalDate date) {
            int year = date.getYear();
            return from <= year && year <= until && date.equals(in(year));
        }

        private LocalDate in(int year) {
            return switch (day) {
                case "vernal" -> LocalDate.of(year, 3, equinox(20.8431, year));
                case "autumnal" -> LocalDate.of(year, 9, equinox(23.2488, year));
                default -> {
                    LocalDate first = LocalDate.of(year, Integer.parseInt(day.substring(0, 2)), 1);
                    yield day.startsWith("mon", 3)
                            ? first.with(TemporalAdjusters.dayOfWeekInMonth(
                                    Integer.parseInt(day.substring(6)), DayOfWeek.MONDAY))
                            : first.withDayOfMonth(Integer.parseInt(day.substring(3)));
                }
            };
        }

        private static int equinox(double in1980, int year) {
            int years = year - 1980;
            return (int) (in1980 + 0.242194 * years) - years / 4;
        }
    }

    /** Whether a day is free by the law: named by it, the next free day for one on a Sunday, or between two that it names (第3条). */
    public static boolean is(LocalDate day) {
        return isNamed(day) || isSubstitute(day) || isNamed(day.minusDays(1)) && isNamed(day.plusDays(1));
    }

    private static boolean isNamed(LocalDate day) {
        return ROWS.stream().anyMatch(row -> row.is(day));
    }

    /** 第3条第2項: behind a Sunday that is a holiday, and behind those that follow it. */
    private static boolean isSubstitute(LocalDate day) {
        for (LocalDate before = day.minusDays(1); isNamed(before); before = before.minusDays(1)) {
            if (before.getDayOfWeek() == DayOfWeek.SUNDAY) {
                return true;
            }
        }
        return false;
    }
}
