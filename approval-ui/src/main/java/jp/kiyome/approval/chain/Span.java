package jp.kiyome.approval.chain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.kiyome.approval.workday.Workdays;

/** A time that a step may take. Immutable. */
public sealed interface Span {

    /** When it is over. */
    Instant deadline(Instant from);

    /** When whoever is to decide is reminded: before it is over. */
    Instant reminder(Instant from);

    /** Without line ends. */
    String written();

    /**
     * By the clock, day and night.
     *
     * @param before the deadline comes the reminder; less than the time
     */
    record Hours(Duration time, Duration before) implements Span {

        public Hours {
            if (before.isNegative() || before.compareTo(time) >= 0) {
                throw new IllegalArgumentException("a reminder before there is anything to be reminded of");
            }
        }

        @Override
        public Instant deadline(Instant from) {
            return from.plus(time);
        }

        @Override
        public Instant reminder(Instant from) {
            return deadline(from).minus(before);
        }

        @Override
        public String written() {
            return time.toSeconds() + " " + before.toSeconds();
        }
    }

    /**
     * By days on which the office works, of Japan: over with the end of the last. The reminder comes when a day's work begins.
     *
     * @param days behind the day of asking
     * @param before the last day; less than the days
     * @param closed days on which the office does not work, besides those of the law
     */
    record OfficeDays(int days, int before, Set<LocalDate> closed) implements Span {

        private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
        private static final LocalTime MORNING = LocalTime.of(9, 0);
        private static final String NONE = "-";

        public OfficeDays {
            closed = Set.copyOf(closed);
            if (before < 0 || before >= days || closed.size() > Workdays.MOST_CLOSED) {
                throw new IllegalArgumentException("a reminder before there is anything to be reminded of");
            }
        }

        @Override
        public Instant deadline(Instant from) {
            return day(from, days).plusDays(1).atStartOfDay(JAPAN).toInstant();
        }

        @Override
        public Instant reminder(Instant from) {
            return day(from, days - before).atTime(MORNING).atZone(JAPAN).toInstant();
        }

        private LocalDate day(Instant from, int later) {
            return Workdays.after(LocalDate.ofInstant(from, JAPAN), later, closed);
        }

        @Override
        public String written() {
            String listed =
                    new TreeSet<>(closed).stream().map(LocalDate::toString).collect(Collectors.joining(","));
            return "workdays " + days + " " + before + " " + (listed.isEmpty() ? NONE : listed);
        }

        private static OfficeDays read(String[] words) {
            Set<LocalDate> closed = words[3].equals(NONE)
                    ? Set.of()
                    : Arrays.stream(words[3].split(",", -1))
                            .map(LocalDate::parse)
                            .collect(Collectors.toSet());
            return new OfficeDays(Integer.parseInt(words[1]), Integer.parseInt(words[2]), closed);
        }
    }

    /** What {@link #written} wrote. */
    static Span read(String written) {
        String[] words = written.split(" ", -1);
        return words[0].equals("workdays")
                ? OfficeDays.read(words)
                : new Hours(Duration.ofSeconds(Long.parseLong(words[0])), Duration.ofSeconds(Long.parseLong(words[1])));
    }
}
