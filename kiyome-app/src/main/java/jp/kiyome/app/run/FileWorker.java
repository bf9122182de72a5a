package jp.kiyome.app.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.files.InputFile;
import jp.kiyome.app.files.PreparedOutput;
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

/** Takes one file from the disk through the engine and back to the disk. Threads may share it. */
public final class FileWorker {

    /**
     * What may open locked files.
     *
     * @param passwords to try, in order
     * @param hints text in which others may be named
     */
    public record Keys(List<String> passwords, String hints) {

        public Keys {
            passwords = List.copyOf(passwords);
        }

        /** Passwords are nobody's to read in a log. */
        @Override
        public String toString() {
            return passwords.size() + " passwords";
        }
    }

    private final Sanitizer sanitizer;
    private final long mostBytes;
    private final Keys keys;
    private final Destination destination;

    /**
     * A worker for many files.
     *
     * @param mostBytes larger inputs are blocked before they are read
     */
    public FileWorker(Sanitizer sanitizer, long mostBytes, Keys keys, Destination destination) {
        this.sanitizer = sanitizer;
        this.mostBytes = mostBytes;
        this.keys = keys;
        this.destination = destination;
    }

    public FileResult work(InputFile input) {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            checked(input);
            return result(input, outcome(input, workspace));
        } catch (FileTrouble trouble) {
            return new FileResult.Troubled(input, trouble);
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause() == null ? new IOException(e) : e.getCause();
            return new FileResult.Troubled(input, FileTrouble.writing(System.getProperty("java.io.tmpdir"), cause));
        }
    }

    private void checked(InputFile input) throws FileTrouble {
        try {
            destination.check(input);
        } catch (IOException e) {
            throw FileTrouble.writing(input.path(), e);
        }
    }

    private Outcome outcome(InputFile input, Workspace workspace) throws FileTrouble {
        Untrusted name = Untrusted.of(input.name());
        try (InputStream stream = input.open()) {
            Content content = workspace.copyOf(stream, mostBytes);
            return sanitizer.sanitize(new Job(name, content, workspace, keys.passwords()).hinted(keys.hints()));
        } catch (ContentTooLarge tooLarge) {
            String limit = Long.toString(mostBytes);
            return sanitizer.refuseUnread(
                    name, Finding.of("limit.input-bytes", Action.BLOCKED, Location.wholeFile(), limit));
        } catch (IOException e) {
            throw FileTrouble.reading(input.path(), e);
        }
    }

    private FileResult result(InputFile input, Outcome outcome) throws FileTrouble {
        return outcome instanceof Outcome.Rebuilt rebuilt
                ? new FileResult.Worked(input, rebuilt.report(), prepared(input, rebuilt))
                : new FileResult.Worked(input, outcome.report(), List.of());
    }

    private List<PreparedOutput> prepared(InputFile input, Outcome.Rebuilt rebuilt) throws FileTrouble {
        try {
            return destination.prepare(input, rebuilt);
        } catch (IOException e) {
            throw FileTrouble.writing(rebuilt.report().outputName().unescaped(), e);
        }
    }
}
