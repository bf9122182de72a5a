package jp.kiyome.approval.workday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkdaysTest {

    /** As the Cabinet Office lists them, substitutes and days between with them. */
    @ParameterizedTest
    @CsvSource({
        "2020, 1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23",
        "2021, 1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23",
        "2024, 1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/22 9/23 10/14 11/3 11/4 11/23",
        "2025, 1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/21 8/11 9/15 9/23 10/13 11/3 11/23 11/24",
        "2026, 1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23",
        "2027, 1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23"
    })
    void holidaysAreThoseOfTheList(int year, String listed) {
        List<LocalDate> expected = Arrays.stream(listed.split(" "))
                .map(day -> day.split("/"))
                .map(day -> LocalDate.of(year, Integer.parseInt(day[0]), Integer.parseInt(day[1])))
                .toList();
        LocalDate first = LocalDate.of(year, 1, 1);
        assertThat(first.datesUntil(first.plusYears(1)).filter(NationalHolidays::is))
                .containsExactlyElementsOf(expected);
    }

    /** Equinoxes as the National Astronomical Observatory foretells them. */
    @Test
    void equinoxesThatAreForetoldAreThoseOfTheFormula() {
        assertThat(Stream.of(
                                "2028-03-20",
                                "2030-03-20",
                                "2031-03-21",
                                "2092-03-19",
                                "2028-09-22",
                                "2030-09-23",
                                "2032-09-22",
                                "2099-09-23")
                        .map(LocalDate::parse))
                .allMatch(NationalHolidays::is);
        // Between two holidays.
        assertThat(NationalHolidays.is(LocalDate.of(2032, 9, 21))).isTrue();
    }

    @Test
    void weekendsHolidaysTheTurnOfTheYearAndOwnDaysAreNotCounted() {
        LocalDate friday = LocalDate.of(2026, 12, 25);
        assertThat(Workdays.after(friday, 1, Set.of())).isEqualTo("2026-12-28");
        assertThat(Workdays.after(friday, 2, Set.of())).isEqualTo("2027-01-04");
        assertThat(Workdays.after(friday, 2, Set.of(LocalDate.of(2027, 1, 4)))).isEqualTo("2027-01-05");
        assertThat(Workdays.after(LocalDate.of(2026, 9, 18), 1, Set.of())).isEqualTo("2026-09-24");
        assertThat(Workdays.after(LocalDate.of(2026, 5, 1), 1, Set.of())).isEqualTo("2026-05-07");
        assertThat(Workdays.after(LocalDate.of(2026, 11, 21), 1, Set.of())).isEqualTo("2026-11-24");
    }
}
