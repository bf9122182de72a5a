package jp.kiyome.quarantine.reprocess.work;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.ContentTooLarge;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Report;
import jp.kiyome.quarantine.item.Advice;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.reprocess.task.SkipReason;

/** Gives a file to the engine, again where a worker died of it or was late, as often as is allowed. */
record Attempts(Treatment treatment, Organisation organisation) {

    /** @param begun how often it was begun, this time included */
    Consultation.Consulted of(
            Consultation.Origin origin, Untrusted name, Content content, Workspace workspace, int begun) {
        Job job = new Job(name, content, workspace, treatment.passwords()).belongingTo(organisation.id());
        return treatment.consultation().on(origin, job, new Repeated(treatment.sanitizer(), treatment.tries(), begun));
    }

    /** The same for a stream; what is too large is blocked unread. */
    Consultation.Consulted of(
            Consultation.Origin origin, Untrusted name, InputStream in, Workspace workspace, int begun)
            throws IOException {
        Content content;
        try {
            content = workspace.copyOf(in, treatment.mostBytes());
        } catch (ContentTooLarge e) {
            String limit = Long.toString(treatment.mostBytes());
            Finding reason = Finding.of("limit.input-bytes", Action.BLOCKED, Location.wholeFile(), limit);
            return new Consultation.Consulted(treatment.sanitizer().refuseUnread(name, reason), Advice.none());
        }
        return of(origin, name, content, workspace, begun);
    }

    /** Gives a file to a sanitizer again where a worker died of it or was late. */
    private record Repeated(Sanitizer inner, int tries, int begun) implements Sanitizer {

        @Override
        public Outcome sanitize(Job job) {
            Outcome outcome = inner.sanitize(job);
            for (int done = begun; poison(outcome).isPresent() && done < tries; done++) {
                outcome = inner.sanitize(job);
            }
            return outcome;
        }

        @Override
        public Outcome refuseUnread(Untrusted name, Finding reason) {
            return inner.refuseUnread(name, reason);
        }
    }

    /** Says nothing of the file but that it could not be worked on. */
    static Optional<SkipReason> poison(Outcome outcome) {
        String reason =
                outcome.report().reason().map(finding -> finding.kind().code()).orElse("");
        return switch (reason) {
            case "jail.worker-died", "jail.worker-lied" -> Optional.of(SkipReason.CRASHES);
            case "jail.worker-late" -> Optional.of(SkipReason.TIME_OUT);
            default -> Optional.empty();
        };
    }

    Conclusion conclusion(Outcome outcome) {
        Report report = outcome.report();
        return new Conclusion(
                Part.of(report),
                report.engineVersion(),
                report.policyHash(),
                treatment.report().apply(report),
                report.output().isPresent() ? treatment.receipt().apply(report) : "");
    }
}
