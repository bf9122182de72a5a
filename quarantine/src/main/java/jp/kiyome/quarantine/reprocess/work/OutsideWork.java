package jp.kiyome.quarantine.reprocess.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.ContentTooLarge;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.reprocess.source.HeaderLines;
import jp.kiyome.quarantine.reprocess.source.OutsideFile;
import jp.kiyome.quarantine.reprocess.source.OutsideId;
import jp.kiyome.quarantine.reprocess.task.SkipReason;
import jp.kiyome.quarantine.reprocess.task.Subject;
import jp.kiyome.quarantine.reprocess.task.Task;
import jp.kiyome.quarantine.store.Treated;

/** Takes something from outside the store through the engine, and, unless the run is dry, into the store. */
final class OutsideWork {

    private final Attempts attempts;
    private final Filing filing;
    private final Done done;
    private final InstantSource clock;

    OutsideWork(Attempts attempts, Filing filing, Done done, InstantSource clock) {
        this.attempts = attempts;
        this.filing = filing;
        this.done = done;
        this.clock = clock;
    }

    /** Knows what was done before. */
    @FunctionalInterface
    interface Done {
        Optional<SkipReason> before(ItemId item);
    }

    Treated work(Task task, Subject.Outside subject) {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            Content content;
            Instant modified;
            try (InputStream in = OutsideFile.open(subject)) {
                modified = Files.getLastModifiedTime(Path.of(subject.place().unescaped()))
                        .toInstant();
                content = workspace.copyOf(in, attempts.treatment().mostBytes());
            } catch (ContentTooLarge e) {
                return skipped(
                        task,
                        SkipReason.TOO_LARGE,
                        Long.toString(attempts.treatment().mostBytes()));
            } catch (NoSuchFileException e) {
                return skipped(task, SkipReason.GONE, "");
            } catch (IOException e) {
                return skipped(task, SkipReason.UNREADABLE, e.getClass().getSimpleName());
            }
            return work(task, subject, content, arrival(subject, content, modified), workspace);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the store", e);
        }
    }

    private Treated work(Task task, Subject.Outside subject, Content content, Arrival arrival, Workspace workspace)
            throws IOException {
        Optional<SkipReason> before = done.before(arrival.id());
        if (before.isPresent()) {
            return Treated.Skipped.of(task.number(), arrival.id(), before.get());
        }
        Consultation.Origin origin = new Consultation.Origin(arrival.kind(), arrival.sender(), arrival.recipients());
        Consultation.Consulted consulted =
                attempts.of(origin, Untrusted.of(name(subject)), content, workspace, task.tries());
        Outcome outcome = consulted.outcome();
        Optional<SkipReason> poison = Attempts.poison(outcome);
        if (poison.isPresent()) {
            return skipped(task, poison.get(), "");
        }
        return new Treated.Taken(
                task.number(),
                arrival,
                filing.stage(Area.ORIGINAL, content.stream(), content.size()),
                attempts.conclusion(outcome),
                Outputs.stage(filing, outcome),
                consulted.advice());
    }

    private Arrival arrival(Subject.Outside subject, Content content, Instant modified) {
        HeaderLines lines =
                switch (subject.kind()) {
                    case MAIL -> HeaderLines.of(head(content));
                    case FILE -> new HeaderLines(Untrusted.nothing(), List.of(), Untrusted.nothing());
                };
        Instant now = clock.instant();
        Instant until = now.plus(attempts.treatment().keep());
        return new Arrival(
                OutsideId.of(subject.kind(), lastStep(subject), Digest.of(content)),
                subject.kind(),
                Group.WHOLE,
                lines.sender(),
                lines.recipients(),
                lines.subject().isEmpty() ? Untrusted.of(lastStep(subject)) : lines.subject(),
                modified.isAfter(now) ? now : modified,
                until);
    }

    private static byte[] head(Content content) {
        byte[] head = new byte[(int) Math.min(HeaderLines.ENOUGH, content.size())];
        content.copy(0, head, 0, head.length);
        return head;
    }

    private static String lastStep(Subject.Outside subject) {
        return String.valueOf(Path.of(subject.place().unescaped()).getFileName());
    }

    /** Mailboxes name their files as they like; that a mail is a mail is told by its structure. */
    private static String name(Subject.Outside subject) {
        String name = lastStep(subject);
        return switch (subject.kind()) {
            case MAIL -> name.toLowerCase(Locale.ROOT).endsWith(".eml") ? name : "mail.eml";
            case FILE -> name;
        };
    }

    private static Treated skipped(Task task, SkipReason reason, String detail) {
        return new Treated.Skipped(task.number(), Optional.empty(), reason, Untrusted.of(detail));
    }
}
