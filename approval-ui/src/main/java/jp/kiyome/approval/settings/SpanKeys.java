package jp.kiyome.approval.settings;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.approval.chain.Patience;
import jp.kiyome.approval.chain.Span;
import jp.kiyome.approval.workday.Workdays;
import jp.kiyome.core.policy.file.PolicyEntry;

/** What a row of approvals says of its deadline: by hours or by workdays, or none. Stateless. */
final class SpanKeys {

    static final List<String> KEYS =
            List.of("deadline-hours", "remind-hours", "deadline-workdays", "remind-workdays", "at-end");

    private static final int YEAR = 24 * 366;
    private static final int REMIND = 24;
    private static final int MOST_WORKDAYS = 200;

    private SpanKeys() {}

    static Optional<Patience> read(PolicyEntry entry, Keys keys, Set<LocalDate> closed) {
        boolean lapses = keys.word("at-end", List.of("stays", "lapses")).equals("lapses");
        boolean byHours = keys.get("deadline-hours").isPresent();
        boolean byDays = keys.get("deadline-workdays").isPresent();
        boolean aside = keys.get("remind-hours").isPresent() && !byHours
                || keys.get("remind-workdays").isPresent() && !byDays
                || lapses && !byHours && !byDays;
        Optional<? extends Span> span = byDays ? days(keys, closed) : byHours ? hours(keys) : Optional.empty();
        if (aside || byHours && byDays || span.isEmpty() && (byHours || byDays)) {
            entry.wrong(SettingFault.NO_DEADLINE.text());
            return Optional.empty();
        }
        return span.map(one -> new Patience(one, lapses ? Patience.End.LAPSES : Patience.End.STAYS));
    }

    private static Optional<Span> hours(Keys keys) {
        int hours = keys.count("deadline-hours", YEAR, YEAR);
        int before = keys.count("remind-hours", Math.max(1, Math.min(REMIND, hours / 2)), YEAR);
        if (before >= hours && (hours > 1 || keys.get("remind-hours").isPresent())) {
            return Optional.empty();
        }
        return Optional.of(new Span.Hours(
                Duration.ofHours(hours), hours == 1 ? Duration.ofMinutes(30) : Duration.ofHours(before)));
    }

    private static Optional<Span> days(Keys keys, Set<LocalDate> closed) {
        int days = keys.count("deadline-workdays", 1, MOST_WORKDAYS);
        int before = keys.get("remind-workdays").isPresent()
                ? keys.count("remind-workdays", 1, MOST_WORKDAYS)
                : Math.min(1, days - 1);
        return before < days ? Optional.of(new Span.OfficeDays(days, before, closed)) : Optional.empty();
    }

    /** Days on which the office does not work, besides those of the law. */
    static Set<LocalDate> closed(Keys keys) {
        Set<LocalDate> closed = new HashSet<>();
        keys.get("closed-days").ifPresent(listed -> {
            for (PolicyEntry item : listed.items()) {
                Keys.read(item, SpanKeys::day, SettingFault.NOT_A_DAY).ifPresent(closed::add);
            }
            if (closed.size() > Workdays.MOST_CLOSED) {
                listed.wrong(SettingFault.STEPS.text(Workdays.MOST_CLOSED));
                closed.clear();
            }
        });
        return closed;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
