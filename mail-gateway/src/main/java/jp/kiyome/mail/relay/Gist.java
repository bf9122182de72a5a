package jp.kiyome.mail.relay;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.text.Excerpt;

/**
 * What the worker that read a mail says of it, whether it came out or not.
 *
 * @param title its subject, decoded; empty where it has none
 * @param automatic whether a program or a list sent it
 */
public record Gist(Untrusted title, boolean automatic) {

    private static final String TITLE = "message.subject";
    private static final String AUTOMATIC = "message.automatic";

    /** Empty where nobody could read it. */
    static Optional<Gist> of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Rebuilt rebuilt -> rebuilt.excerpt().map(Gist::of);
            case Outcome.Blocked blocked -> of(blocked.report().findings());
            case Outcome.Locked locked -> of(locked.report().findings());
            case Outcome.Failed failed -> of(failed.report().findings());
        };
    }

    private static Gist of(Excerpt excerpt) {
        return new Gist(Untrusted.of(excerpt.title()), excerpt.automatic());
    }

    private static Optional<Gist> of(List<Finding> findings) {
        boolean automatic = find(findings, AUTOMATIC).isPresent();
        return find(findings, TITLE).map(title -> new Gist(title.detail(), automatic));
    }

    private static Optional<Finding> find(List<Finding> findings, String code) {
        return findings.stream()
                .filter(finding -> finding.kind().code().equals(code))
                .findFirst();
    }
}
