package jp.kiyome.message.keep;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date as RFC 5322 §3.3 writes it, read from that form and from the old ones (§4.3). Stateless. */
final class MailDate {

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final String TIME = "(\\d{1,2}):(\\d{2})(?::(\\d{2}))?";
    private static final String ZONE = "\\s*(?:GMT|UTC)?\\s*([+-]\\d{4}|[A-Za-z]{1,5}|)";
    private static final Pattern USUAL =
            Pattern.compile("(?:[A-Za-z]{3,9},?\\s*)?(\\d{1,2})[\\s-]+([A-Za-z]{3})[a-z]*\\.?[\\s-]+(\\d{2,4}),?\\s+"
                    + TIME + ZONE + "(?:\\s*\\(.*\\))?.*");
    private static final Pattern OF_C =
            Pattern.compile("[A-Za-z]{3},?\\s+([A-Za-z]{3})\\s+(\\d{1,2}),?\\s+()" + TIME + ZONE + "\\s+(\\d{4})");
    private static final Pattern OF_SCRIPTS =
            Pattern.compile("[A-Za-z]{3},?\\s+([A-Za-z]{3})\\s+(\\d{1,2}),?\\s+(\\d{4}),?\\s+" + TIME + ZONE + ".*");

    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("", "-0000"),
            Map.entry("GMT", "+0000"),
            Map.entry("UT", "+0000"),
            Map.entry("UTC", "+0000"),
            Map.entry("Z", "+0000"),
            Map.entry("JST", "+0900"),
            Map.entry("KST", "+0900"),
            Map.entry("EST", "-0500"),
            Map.entry("EDT", "-0400"),
            Map.entry("CST", "-0600"),
            Map.entry("CDT", "-0500"),
            Map.entry("MST", "-0700"),
            Map.entry("MDT", "-0600"),
            Map.entry("PST", "-0800"),
            Map.entry("PDT", "-0700"),
            Map.entry("CET", "+0100"),
            Map.entry("CEST", "+0200"),
            Map.entry("MET", "+0100"),
            Map.entry("BST", "+0100"));

    private MailDate() {}

    static Optional<String> canonical(String raw) {
        String text = raw.strip();
        Matcher usual = USUAL.matcher(text);
        if (usual.matches()) {
            return write(usual.group(1), usual.group(2), usual.group(3), usual, 4, usual.group(7));
        }
        Matcher ofC = OF_C.matcher(text);
        if (ofC.matches()) {
            return write(ofC.group(2), ofC.group(1), ofC.group(8), ofC, 4, ofC.group(7));
        }
        Matcher scripts = OF_SCRIPTS.matcher(text);
        return scripts.matches()
                ? write(scripts.group(2), scripts.group(1), scripts.group(3), scripts, 4, scripts.group(7))
                : Optional.empty();
    }

    private static Optional<String> write(String day, String month, String year, Matcher match, int time, String zone) {
        int monthNumber = month(month);
        String second = match.group(time + 2) == null ? "00" : match.group(time + 2);
        int hour = Integer.parseInt(match.group(time));
        boolean valid = monthNumber > 0
                && hour < 24
                && Integer.parseInt(match.group(time + 1)) < 60
                && Integer.parseInt(second) <= 60;
        if (!valid) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(year(year), monthNumber, Integer.parseInt(day));
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%s, %d %s %04d %02d:%s:%s %s",
                    name(date.getDayOfWeek()),
                    date.getDayOfMonth(),
                    MONTHS.get(monthNumber - 1),
                    date.getYear(),
                    hour,
                    match.group(time + 1),
                    second,
                    zone(zone)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** §4.3: two digits below 50 are of this century, other two or three of the last. */
    private static int year(String text) {
        int year = Integer.parseInt(text);
        return text.length() == 4 ? year : year < 50 && text.length() == 2 ? year + 2000 : year + 1900;
    }

    private static int month(String name) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).equalsIgnoreCase(name)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static String zone(String zone) {
        return zone.startsWith("+") || zone.startsWith("-")
                ? zone
                : ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), "-0000");
    }

    private static String name(DayOfWeek day) {
        return List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun").get(day.getValue() - 1);
    }
}
