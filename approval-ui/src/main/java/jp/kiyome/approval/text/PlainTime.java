package jp.kiyome.approval.text;

import java.time.Instant;
import java.time.LocalDate;
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
        int year = time.getYear() - REIWA.getYear() + 1;
        return "令和" + (year == 1 ? "元" : "" + year) + "年" + IN_YEAR.format(time);
    }
}
