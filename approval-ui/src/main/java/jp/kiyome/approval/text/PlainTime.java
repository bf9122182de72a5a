package jp.kiyome.approval.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Times as people read them here: by the era in Japanese, by ISO 8601 in English, both in the time of Japan. Stateless. */
public final class PlainTime {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final LocalDate REIWA = LocalDate.of(2019, 5, 1);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter IN_YEAR = DateTimeFormatter.ofPattern("M月d日 H時mm分", Locale.ROOT);

    private PlainTime() {}

    public static String of(Instant at, Locale locale) {
        ZonedDateTime time = at.atZone(JAPAN);
        return switch (Texts.language(locale)) {
            case ENGLISH -> ISO.format(time);
            case JAPANESE -> time.toLocalDate().isBefore(REIWA) ? ISO.format(time) : era(time);
        };
    }

    /** A month by both, {@code 令和8年11月(2026-11)}; in English by ISO 8601 alone. */
    public static String of(YearMonth month, Locale locale) {
        return switch (Texts.language(locale)) {
            case ENGLISH -> month.toString();
            case JAPANESE ->
                month.atDay(1).isBefore(REIWA)
                        ? month.toString()
                        : year(month.getYear()) + month.getMonthValue() + "月(" + month + ")";
        };
    }

    /** When a day begins, as forms write it ({@code 2026-11-23}); empty for anything else. */
    public static Optional<Instant> beginningOf(String day) {
        return day(day).map(date -> date.atStartOfDay(JAPAN).toInstant());
    }

    /** When the day behind it begins. */
    public static Optional<Instant> endOf(String day) {
        return day(day).map(date -> date.plusDays(1).atStartOfDay(JAPAN).toInstant());
    }

    private static Optional<LocalDate> day(String day) {
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String era(ZonedDateTime time) {
        return year(time.getYear()) + IN_YEAR.format(time);
    }

    private static String year(int common) {
        int year = common - REIWA.getYear() + 1;
        return "令和" + (year == 1 ? "元" : "" + year) + "年";
    }
}
