package jp.kiyome.app.command;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kiyome.bridge.policy.VerdictPolicy;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.mail.relay.Rebuilding;
import jp.kiyome.mail.rules.MailRulesSection;
import jp.kiyome.mail.rules.RuleSet;

/** How mail is rebuilt under a policy. Stateless. */
final class MailRebuilding {

    private MailRebuilding() {}

    /**
     * For the mail of one organisation or group.
     *
     * @param sanitizers for this policy, and for others that are like it
     * @param sources that it wants asked; stay the caller's
     */
    static Rebuilding of(
            Workshop.Chosen chosen, Function<Policy, Sanitizer> sanitizers, Sources sources, Papers papers) {
        Sanitizer usual = sources.around(sanitizers.apply(chosen.policy()));
        return new Rebuilding(
                usual,
                papers.report(),
                papers.receipt(),
                rules(chosen),
                asked(chosen.verdicts()),
                (choices, asking) -> {
                    Sanitizer other = sanitizers.apply(chosen.policy().choosing(choices));
                    return asking ? sources.around(other) : other;
                });
    }

    /** What its policy says of mail. */
    static RuleSet rules(Workshop.Chosen chosen) {
        return new MailRulesSection().in(chosen.layer()).resolve();
    }

    /** Who is asked about each mail as it came. */
    private static Set<String> asked(VerdictPolicy verdicts) {
        return verdicts.originals()
                ? verdicts.sources().stream().map(VerdictPolicy.Named::name).collect(Collectors.toSet())
                : Set.of();
    }
}
