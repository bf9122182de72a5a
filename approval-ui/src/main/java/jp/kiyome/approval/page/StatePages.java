package jp.kiyome.approval.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import jp.kiyome.approval.figures.Standing;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.text.PlainTime;
import jp.kiyome.approval.text.Texts;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.jail.sandbox.JailGap;
import jp.kiyome.core.jail.sandbox.Missing;
import jp.kiyome.quarantine.heartbeat.Heartbeat;
import jp.kiyome.quarantine.heartbeat.Heartbeats;
import jp.kiyome.quarantine.heartbeat.Measure;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the machine is, for who keeps it: what its processes tell, and how much waits. No contents, no names. */
@Controller
public final class StatePages {

    private final Heartbeats heartbeats;
    private final Standing standing;
    private final Texts texts;
    private final InstantSource clock;

    StatePages(Heartbeats heartbeats, Standing standing, Texts texts, InstantSource clock) {
        this.heartbeats = heartbeats;
        this.standing = standing;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * What a process told, as a page shows it.
     *
     * @param stale whether it should have told more since
     */
    record ProcessView(String name, String at, String ago, boolean stale, List<MeasureView> measures) {}

    /** One thing of it. */
    record MeasureView(String area, String name, String condition, String reading) {}

    /** Items of a state. */
    record WaitingView(String state, long items, String oldest) {}

    /** What the names of its processes begin with. */
    private static final String GATEWAY = "mail-gateway ";

    @GetMapping("/state")
    String state(Person person, Locale locale, Model model) {
        Instant now = clock.instant();
        List<Heartbeat> all = heartbeats.all(person.organisation());
        model.addAttribute("gateway", all.stream().anyMatch(one -> one.process().startsWith(GATEWAY)));
        model.addAttribute(
                "processes", all.stream().map(one -> process(one, now, locale)).toList());
        model.addAttribute(
                "waiting",
                standing.of(person.organisation()).stream()
                        .map(one ->
                                new WaitingView(one.state().name(), one.items(), PlainTime.of(one.oldest(), locale)))
                        .toList());
        return "state";
    }

    private ProcessView process(Heartbeat heartbeat, Instant now, Locale locale) {
        return new ProcessView(
                Untrusted.of(heartbeat.process()).toString(),
                PlainTime.of(heartbeat.at(), locale),
                ago(Duration.between(heartbeat.at(), now), locale),
                heartbeat.isStale(now),
                heartbeat.measures().stream()
                        .map(one -> measure(one, now, locale))
                        .toList());
    }

    private MeasureView measure(Measure measure, Instant now, Locale locale) {
        return new MeasureView(
                measure.area().name(),
                name(measure, locale),
                measure.condition().name(),
                reading(measure, now, locale));
    }

    private String name(Measure measure, Locale locale) {
        return switch (measure.area()) {
            case JAIL -> jail(measure, locale);
            case WORKERS, DISK, MAIL ->
                texts.find("measure." + measure.name(), locale).orElse(measure.name());
            case SCANNER, NEXT_HOP -> Untrusted.of(measure.name()).toString();
        };
    }

    private static String jail(Measure measure, Locale locale) {
        return Wording.constant(JailGap.values(), measure.name())
                .map(gap -> new Missing(gap, measure.reading()).text().in(Texts.language(locale)))
                .orElse(measure.name());
    }

    private String reading(Measure measure, Instant now, Locale locale) {
        return switch (measure.area()) {
            case JAIL, NEXT_HOP -> "";
            case WORKERS, MAIL -> measure.reading().toString();
            case DISK -> room(measure.reading().unescaped(), locale);
            case SCANNER ->
                measure.dated()
                        .map(made -> measure.reading() + " "
                                + texts.text(
                                        "state.signatures",
                                        locale,
                                        PlainTime.of(made, locale),
                                        ago(Duration.between(made, now), locale)))
                        .orElseGet(() -> measure.reading().toString());
        };
    }

    private String room(String reading, Locale locale) {
        if (!reading.matches("[0-9]{1,18}/[0-9]{1,18}")) {
            return "";
        }
        String[] both = reading.split("/", -1);
        return texts.text(
                "state.room", locale, Views.size(Long.parseLong(both[0])), Views.size(Long.parseLong(both[1])));
    }

    /** In the unit that says enough. */
    private String ago(Duration age, Locale locale) {
        Duration whole = age.isNegative() ? Duration.ZERO : age;
        if (whole.toDays() > 0) {
            return texts.text("ago.days", locale, whole.toDays());
        }
        if (whole.toHours() > 0) {
            return texts.text("ago.hours", locale, whole.toHours());
        }
        return whole.toMinutes() > 0
                ? texts.text("ago.minutes", locale, whole.toMinutes())
                : texts.text("ago.seconds", locale, whole.toSeconds());
    }
}
