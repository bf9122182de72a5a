package jp.kiyome.core.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.notice.Label;
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
 * @param label what is to be written on the output; empty for nothing, and for files inside another
 * @param excerpted whether what the file says is wanted too, where its handler can tell
 * @param refused SHA-256 of files inside it that are not to come out, as a report tells their bytes; at most {@link #MOST_REFUSED}
 */
public record Job(
        Untrusted name,
        Content content,
        Workspace workspace,
        List<String> passwords,
        String passwordHints,
        String tenant,
        Optional<Label> label,
        boolean excerpted,
        Set<String> refused) {

    /** Files inside that one job may refuse. */
    public static final int MOST_REFUSED = 10_000;

    public Job {
        passwords = List.copyOf(passwords);
        refused = Set.copyOf(refused);
        if (refused.size() > MOST_REFUSED) {
            throw new IllegalArgumentException("refuse the whole file");
        }
    }

    public Job(Untrusted name, Content content, Workspace workspace, List<String> passwords) {
        this(name, content, workspace, passwords, "", "", Optional.empty(), false, Set.of());
    }

    /** The same file, with a text in which its password may be named. */
    public Job hinted(String text) {
        return new Job(name, content, workspace, passwords, text, tenant, label, excerpted, refused);
    }

    /** The same file, for an organisation. */
    public Job belongingTo(String organisation) {
        return new Job(name, content, workspace, passwords, passwordHints, organisation, label, excerpted, refused);
    }

    /** The same file, whose output is to be labelled. */
    public Job labelled(Label with) {
        return new Job(
                name, content, workspace, passwords, passwordHints, tenant, Optional.of(with), excerpted, refused);
    }

    /** The same file, of which is wanted what it says. */
    public Job withExcerpt() {
        return new Job(name, content, workspace, passwords, passwordHints, tenant, label, true, refused);
    }

    /** The same file, without some of those inside it: each ends as blocked, {@code file.dropped}. */
    public Job refusing(Set<String> sha256) {
        return new Job(name, content, workspace, passwords, passwordHints, tenant, label, excerpted, sha256);
    }

    /** The same as the files inside it see it. */
    Job unlabelled() {
        return label.isEmpty() && !excerpted
                ? this
                : new Job(name, content, workspace, passwords, passwordHints, tenant, Optional.empty(), false, refused);
    }

    /** The same file with the hints' candidates behind the passwords, and without the hints. */
    public Job resolved(Limits limits) {
        if (passwordHints.isEmpty()) {
            return this;
        }
        Set<String> all = new LinkedHashSet<>(passwords);
        all.addAll(PasswordHints.in(passwordHints, limits.passwordHints()));
        return new Job(name, content, workspace, List.copyOf(all), "", tenant, label, excerpted, refused);
    }

    /** Passwords are nobody's to read in a log. */
    @Override
    public String toString() {
        return "Job[" + name + ", " + content.size() + " bytes]";
    }

    /** The same file under the name it comes out by. */
    Job called(Untrusted outputName) {
        return new Job(
                outputName, content, workspace, passwords, passwordHints, tenant, Optional.empty(), false, refused);
    }

    /** The same file, with another place for what is made on the way. */
    Job in(Workspace other) {
        return new Job(name, content, other, passwords, passwordHints, tenant, label, excerpted, refused);
    }

    public static Job of(String name, Content content, Workspace workspace) {
        return new Job(Untrusted.of(name), content, workspace, List.of());
    }
}
