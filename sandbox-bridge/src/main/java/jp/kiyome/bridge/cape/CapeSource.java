package jp.kiyome.bridge.cape;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.bridge.http.Http;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.HashSource;
import jp.kiyome.bridge.verdict.LaterSource;
import jp.kiyome.bridge.verdict.SourceState;
import jp.kiyome.bridge.verdict.SourceVersion;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;

/** A CAPE sandbox, spoken to by its REST API, version 2. */
public final class CapeSource implements LaterSource, HashSource {

    private static final long MOST_ANSWER = 64L << 20;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final CapeSettings settings;
    private final Http http = new Http(MOST_ANSWER);

    public CapeSource(CapeSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public boolean takes(Submission submission) {
        return switch (submission) {
            case Submission.OfFile file -> true;
            case Submission.OfUrl url -> true;
            case Submission.OfMail mail -> settings.mails();
        };
    }

    @Override
    public Progress submit(Submission submission, Deadline deadline) {
        if (submission instanceof Submission.WithContent with && with.content().size() > settings.mostBytes()) {
            return new Ended(
                    Verdict.notScanned(WhyNotScanned.TOO_LARGE, with.content().size() + " bytes"));
        }
        String kind =
                switch (submission) {
                    case Submission.WithContent with -> "file";
                    case Submission.OfUrl url -> "url";
                };
        try {
            Multipart form = Multipart.of(submission, settings.tags());
            List<Http.Field> fields = fields();
            fields.add(new Http.Field("Content-Type", "multipart/form-data; boundary=" + form.boundary()));
            return new InWork(
                    CapeAnswer.task(http.post(at("tasks/create/" + kind + "/"), fields, form.body(), deadline)));
        } catch (Unanswered unanswered) {
            return new Ended(unanswered.verdict());
        }
    }

    @Override
    public Progress look(String ticket, String expected, Deadline deadline) {
        try {
            if (!CapeAnswer.isReported(http.get(at("tasks/status/" + ticket + "/"), fields(), deadline))) {
                return new InWork(ticket);
            }
            Http.Answer report = http.get(at("tasks/get/report/" + ticket + "/json/"), fields(), deadline);
            return new Ended(CapeAnswer.report(report, expected, settings.rule()));
        } catch (Unanswered unanswered) {
            return new Ended(unanswered.verdict());
        }
    }

    /** By the newest task that was reported, whoever has handed it in. */
    @Override
    public Verdict byHash(String sha256, Deadline deadline) {
        try {
            Optional<String> task =
                    CapeAnswer.newest(http.get(at("tasks/search/sha256/" + sha256 + "/"), fields(), deadline));
            if (task.isEmpty()) {
                return Verdict.notScanned(WhyNotScanned.UNLISTED, "");
            }
            Http.Answer report = http.get(at("tasks/get/report/" + task.get() + "/json/"), fields(), deadline);
            return CapeAnswer.report(report, sha256, settings.rule());
        } catch (Unanswered unanswered) {
            return unanswered.verdict();
        }
    }

    @Override
    public boolean isNear() {
        return false;
    }

    /** What a report about a submission names. */
    private static String expected(Submission submission) {
        return switch (submission) {
            case Submission.WithContent with -> with.digest().sha256();
            case Submission.OfUrl url -> url.url();
        };
    }

    @Override
    public Verdict ask(Submission submission, Deadline deadline) {
        Deadline own = deadline.within(settings.time());
        Progress progress = submit(submission, own);
        Duration pause = settings.firstLook();
        while (progress instanceof InWork work) {
            if (own.remaining().compareTo(pause) <= 0) {
                return Verdict.notScanned(WhyNotScanned.TIME_OUT, "task " + work.ticket());
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Verdict.notScanned(WhyNotScanned.TIME_OUT, "interrupted");
            }
            pause = shorter(pause.multipliedBy(3).dividedBy(2));
            progress = look(work.ticket(), expected(submission), own);
        }
        return ((Ended) progress).verdict();
    }

    private static Duration shorter(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private List<Http.Field> fields() {
        List<Http.Field> fields = new ArrayList<>();
        if (!settings.token().isEmpty()) {
            fields.add(new Http.Field("Authorization", "Token " + settings.token()));
        }
        return fields;
    }

    private URI at(String path) {
        return settings.server().resolve("/apiv2/" + path);
    }

    /** CAPE does not say what its verdict would be tomorrow: by score rule and tags alone. */
    @Override
    public Optional<SourceVersion> version(Deadline deadline) {
        return Optional.of(SourceVersion.of("cape " + settings.rule() + " " + settings.tags()));
    }

    @Override
    public SourceState state(Deadline deadline) {
        try {
            Http.Answer status = http.get(at("cuckoo/status/"), fields(), deadline.within(Duration.ofSeconds(30)));
            return CapeAnswer.isAlive(status)
                    ? SourceState.ready("")
                    : SourceState.of(WhyNotScanned.REFUSED, "", "HTTP " + status.status());
        } catch (Unanswered unanswered) {
            return SourceState.of(unanswered.why(), "", String.valueOf(unanswered.getMessage()));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
