package jp.kiyome.approval.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.kiyome.approval.job.Job;
import jp.kiyome.approval.job.JobCounts;
import jp.kiyome.approval.job.JobLine;
import jp.kiyome.approval.job.JobState;
import jp.kiyome.approval.job.Jobs;
import jp.kiyome.approval.job.Order;
import jp.kiyome.approval.job.Pace;
import jp.kiyome.approval.search.SearchForm;
import jp.kiyome.approval.text.PlainTime;
import jp.kiyome.approval.text.Texts;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.text.Messages;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.reprocess.task.Result;
import jp.kiyome.quarantine.reprocess.task.SkipReason;
import jp.kiyome.quarantine.store.Items;

/** Makes values of jobs for pages. Threads share it. */
final class JobViews {

    private final Jobs jobs;
    private final Items items;
    private final Views views;
    private final Texts texts;
    private final Messages<SkipReason> reasons = Messages.of(SkipReason.class);

    JobViews(Jobs jobs, Items items, Views views, Texts texts) {
        this.jobs = jobs;
        this.items = items;
        this.views = views;
        this.texts = texts;
    }

    JobView job(Organisation organisation, Job of, Locale locale) {
        Job job = jobs.now(organisation, of);
        JobCounts counts = jobs.counts(organisation, job.id());
        boolean officers = job.order().kind() == Order.Kind.REPROCESS;
        return new JobView(
                job.id().toString(),
                job.state().name(),
                job.order().dry(),
                job.stopping(),
                job.by().value(),
                PlainTime.of(job.begun(), locale),
                job.ended().map((Instant at) -> PlainTime.of(at, locale)).orElse(""),
                asked(job.order(), locale),
                job.total(),
                job.done(),
                jobs.pace(organisation, job.id())
                        .map(pace -> pace(pace, locale))
                        .orElse(""),
                counted(counts.results(), result -> views.said("result." + result, locale)),
                counted(counts.skips(), reason -> reasons.text(reason).in(Texts.language(locale))),
                officers && job.order().dry() && job.state() == JobState.DONE,
                job.state() != JobState.RUNNING && job.state() != JobState.DONE);
    }

    private static <E extends Enum<E>> List<JobView.CountView> counted(Map<E, Long> counts, Function<E, String> name) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(entry -> new JobView.CountView(name.apply(entry.getKey()), entry.getValue()))
                .toList();
    }

    private String pace(Pace pace, Locale locale) {
        Duration left = pace.left();
        return left.toMinutes() > 0
                ? texts.text("job.pace-minutes", locale, pace.rate(), left.toMinutes())
                : texts.text("job.pace-seconds", locale, pace.rate(), left.toSeconds());
    }

    /** As the form of the search calls it. */
    private List<String> asked(Order order, Locale locale) {
        List<String> asked = new ArrayList<>();
        if (!order.group().equals(Group.WHOLE)) {
            asked.add(views.said("group", locale) + ": " + order.group());
        }
        for (String field : SearchForm.FIELDS) {
            String word = order.form().word(field);
            if (!word.isEmpty()) {
                asked.add(views.said("asked." + field, locale) + ": " + value(field, word, locale));
            }
        }
        if (order.again()) {
            asked.add(views.said("job.again", locale));
        }
        return asked;
    }

    private String value(String field, String word, Locale locale) {
        Optional<String> known =
                switch (field) {
                    case "state" -> texts.find("state." + word, locale);
                    case "kind" -> texts.find("kind." + word, locale);
                    default -> Optional.empty();
                };
        return known.orElseGet(() -> Untrusted.of(word).toString());
    }

    /** @param titled whether names may be shown: who governs policies sees no contents */
    List<JobView.LineView> lines(Organisation organisation, List<JobLine> lines, boolean titled, Locale locale) {
        return lines.stream()
                .map(line -> new JobView.LineView(
                        line.number(),
                        line.item().toString(),
                        titled ? title(organisation, line.item(), locale) : "",
                        views.said("result." + line.result(), locale),
                        line.before().isEmpty() ? "" : views.said("verdict." + line.before(), locale),
                        line.after().isEmpty() ? "" : views.said("verdict." + line.after(), locale),
                        reason(line, locale)))
                .toList();
    }

    private String title(Organisation organisation, ItemId item, Locale locale) {
        return items.find(organisation, item)
                .map(found -> views.item(found, locale).line().title())
                .orElse("");
    }

    private String reason(JobLine line, Locale locale) {
        if (line.result() == Result.SKIPPED) {
            return reasons.text(SkipReason.valueOf(line.reason())).in(Texts.language(locale));
        }
        return line.reason().isEmpty() ? "" : views.text(line.reason(), locale);
    }
}
