package jp.kiyome.app.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.ReportText;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.text.Messages;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.reprocess.task.Done;
import jp.kiyome.quarantine.reprocess.task.Result;
import jp.kiyome.quarantine.reprocess.task.SkipReason;
import jp.kiyome.quarantine.reprocess.task.Subject;
import jp.kiyome.quarantine.reprocess.task.Told;
import jp.kiyome.quarantine.store.Store;

/** Tells what became of each item: whatever is not the same as before, or, as JSON, everything. */
final class ReprocessTeller {

    private final JsonFactory json = new JsonFactory();
    private final Messages<SkipReason> reasons = Messages.of(SkipReason.class);
    private final Voice voice;
    private final Store store;
    private final Organisation organisation;
    private final FindingCatalogue catalogue;
    private final ReportText words;
    private final boolean asJson;
    private ExitCode worst = ExitCode.OK;

    ReprocessTeller(Voice voice, Store store, Organisation organisation, FindingCatalogue catalogue, boolean asJson) {
        this.voice = voice;
        this.store = store;
        this.organisation = organisation;
        this.catalogue = catalogue;
        this.words = new ReportText(() -> catalogue, voice.language());
        this.asJson = asJson;
    }

    ExitCode worst() {
        return worst;
    }

    void tell(Told told) {
        worst = worst.worse(code(told.done()));
        if (asJson) {
            voice.report(json(told));
        } else if (told.done().result() != Result.SAME) {
            voice.report(line(told));
        }
    }

    private String line(Told told) {
        Done done = told.done();
        String what = name(told).toString();
        return done.result() == Result.SKIPPED
                ? voice.text(Say.REPROCESS_SKIPPED, word(done.result()), what, reason(done))
                : voice.text(
                        Say.REPROCESS_LINE,
                        word(done.result()),
                        what,
                        done.before().map(words::word).orElse("-") + " → "
                                + done.after().map(words::word).orElse("-"),
                        reason(done));
    }

    /** The id of an item with its title, or where a file lies. */
    private Untrusted name(Told told) {
        return switch (told.subject()) {
            case Subject.Stored(var id) -> {
                String title = store.items()
                        .find(organisation, id)
                        .map(Item::arrival)
                        .map(arrival -> " " + arrival.title().unescaped())
                        .orElse("");
                yield Untrusted.of(id + title);
            }
            case Subject.Outside outside -> outside.place();
        };
    }

    private String reason(Done done) {
        if (done.reason().isEmpty()) {
            return "";
        }
        String text = done.result() == Result.SKIPPED
                ? reasons.text(SkipReason.valueOf(done.reason())).in(voice.language())
                : catalogue
                        .find(FindingKind.of(done.reason()))
                        .map(found -> found.text().in(voice.language()))
                        .orElse(done.reason());
        return done.detail().isEmpty() ? text : text + " (" + done.detail() + ")";
    }

    private String json(Told told) {
        Done done = told.done();
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("organisation", organisation.id());
            if (done.item().isPresent()) {
                out.writeStringField("item", done.item().get().toString());
            }
            if (told.subject() instanceof Subject.Outside outside) {
                out.writeObjectFieldStart("place");
                out.writeStringField("untrusted", outside.place().toString());
                out.writeEndObject();
                out.writeNumberField("start", outside.start());
            }
            out.writeStringField("result", key(done.result()));
            verdict(out, "before", done.before());
            verdict(out, "after", done.after());
            if (!done.reason().isEmpty()) {
                boolean skipped = done.result() == Result.SKIPPED;
                out.writeStringField("reason", skipped ? key(SkipReason.valueOf(done.reason())) : done.reason());
            }
            if (done.result() == Result.SKIPPED) {
                var both = reasons.text(SkipReason.valueOf(done.reason()));
                out.writeStringField("ja", both.japanese());
                out.writeStringField("en", both.english());
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string writer has no output errors", e);
        }
        return text.toString();
    }

    private static void verdict(JsonGenerator out, String field, Optional<Verdict> verdict) throws IOException {
        if (verdict.isPresent()) {
            out.writeStringField(field, key(verdict.get()));
        }
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How many came to what. */
    String sum(Map<Result, Long> tally) {
        StringJoiner sums = new StringJoiner("  ");
        new TreeMap<>(tally).forEach((result, items) -> sums.add(word(result) + " " + items));
        long all = tally.values().stream().mapToLong(Long::longValue).sum();
        return voice.text(Say.REPROCESS_SUM, organisation, all, sums);
    }

    private String word(Result result) {
        return voice.text(
                switch (result) {
                    case SAME -> Say.RESULT_SAME;
                    case BETTER -> Say.RESULT_BETTER;
                    case WORSE -> Say.RESULT_WORSE;
                    case NOW_BLOCKED -> Say.RESULT_NOW_BLOCKED;
                    case NOW_LOCKED -> Say.RESULT_NOW_LOCKED;
                    case NOW_HELD -> Say.RESULT_NOW_HELD;
                    case FIRST -> Say.RESULT_FIRST;
                    case SKIPPED -> Say.RESULT_SKIPPED;
                });
    }

    /** What is held waits for a decision. */
    private static ExitCode code(Done done) {
        return switch (done.result()) {
            case SAME -> ExitCode.OK;
            case BETTER, WORSE, NOW_HELD -> ExitCode.HELD;
            case NOW_BLOCKED -> ExitCode.BLOCKED;
            case NOW_LOCKED -> ExitCode.LOCKED;
            case FIRST -> first(done.after().orElse(Verdict.FAILED));
            case SKIPPED -> skipped(SkipReason.valueOf(done.reason()));
        };
    }

    private static ExitCode first(Verdict verdict) {
        return switch (verdict) {
            case REBUILT -> ExitCode.HELD;
            case LOCKED -> ExitCode.LOCKED;
            case BLOCKED -> ExitCode.BLOCKED;
            case FAILED -> ExitCode.FAILED;
        };
    }

    private static ExitCode skipped(SkipReason reason) {
        return switch (reason) {
            case ALREADY_DONE, BEING_PROCESSED, EXPIRED, LINK, NOT_A_FILE, PART_OF_MAIL, NOT_A_MAIL -> ExitCode.OK;
            case CRASHES, TIME_OUT -> ExitCode.FAILED;
            case GONE, DAMAGED, UNREADABLE, TOO_LARGE, BAD_NAME -> ExitCode.IO;
        };
    }
}
