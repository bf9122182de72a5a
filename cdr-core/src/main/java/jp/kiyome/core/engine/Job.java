package jp.kiyome.core.engine;

import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.finding.Untrusted;

/**
 * One file to sanitize.
 *
 * @param name its name, of which only the last step matters
 * @param content its bytes
 * @param workspace where its temp files and its output live; the caller closes it when done with the outcome
 * @param passwords to try, in order
 * @param tenant whose file it is: where many wait, organisations take turns; empty where there is but one
 */
public record Job(Untrusted name, Content content, Workspace workspace, List<String> passwords, String tenant) {

    public Job {
        passwords = List.copyOf(passwords);
    }

    public Job(Untrusted name, Content content, Workspace workspace, List<String> passwords) {
        this(name, content, workspace, passwords, "");
    }

    /** The same file under the name it comes out by. */
    Job called(Untrusted outputName) {
        return new Job(outputName, content, workspace, passwords, tenant);
    }

    /** The same file, with another place for what is made on the way. */
    Job in(Workspace other) {
        return new Job(name, content, other, passwords, tenant);
    }

    public static Job of(String name, Content content, Workspace workspace) {
        return new Job(Untrusted.of(name), content, workspace, List.of());
    }
}
