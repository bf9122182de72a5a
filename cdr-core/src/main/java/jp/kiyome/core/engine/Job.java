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
 */
public record Job(Untrusted name, Content content, Workspace workspace, List<String> passwords) {

    public Job {
        passwords = List.copyOf(passwords);
    }

    public static Job of(String name, Content content, Workspace workspace) {
        return new Job(Untrusted.of(name), content, workspace, List.of());
    }
}
