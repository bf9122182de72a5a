package jp.kiyome.core.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.password.PasswordHints;

/**
 * One file to sanitize.
 *
 * @param name its name, of which only the last step matters
 * @param content its bytes
 * @param workspace where its temp files and its output live; the caller closes it when done with the outcome
 * @param passwords to try, in order
 * @param passwordHints text in which passwords may be named, such as the mail that followed; looked through by the sanitizer,
 *     as far as the policy's limit {@code password-hints} goes
 * @param tenant whose file it is: where many wait, organisations take turns; empty where there is but one
 */
public record Job(
        Untrusted name,
        Content content,
        Workspace workspace,
        List<String> passwords,
        String passwordHints,
        String tenant) {

    public Job {
        passwords = List.copyOf(passwords);
    }

    public Job(Untrusted name, Content content, Workspace workspace, List<String> passwords) {
        this(name, content, workspace, passwords, "", "");
    }

    /** The same file, with a text in which its password may be named. */
    public Job hinted(String text) {
        return new Job(name, content, workspace, passwords, text, tenant);
    }

    /** The same file, for an organisation. */
    public Job belongingTo(String organisation) {
        return new Job(name, content, workspace, passwords, passwordHints, organisation);
    }

    /** The same file with the hints' candidates behind the passwords, and without the hints. */
    public Job resolved(Limits limits) {
        if (passwordHints.isEmpty()) {
            return this;
        }
        Set<String> all = new LinkedHashSet<>(passwords);
        all.addAll(PasswordHints.in(passwordHints, limits.passwordHints()));
        return new Job(name, content, workspace, List.copyOf(all), "", tenant);
    }

    /** Passwords are nobody's to read in a log. */
    @Override
    public String toString() {
        return "Job[" + name + ", " + content.size() + " bytes]";
    }

    /** The same file under the name it comes out by. */
    Job called(Untrusted outputName) {
        return new Job(outputName, content, workspace, passwords, passwordHints, tenant);
    }

    /** The same file, with another place for what is made on the way. */
    Job in(Workspace other) {
        return new Job(name, content, other, passwords, passwordHints, tenant);
    }

    public static Job of(String name, Content content, Workspace workspace) {
        return new Job(Untrusted.of(name), content, workspace, List.of());
    }
}
