package jp.kiyome.mail.rules;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.text.Excerpt;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.authentication.results.Results;

/**
 * What is known of a mail on one of its ways: its envelope, who it is from, what the jail reported. Nobody parses it for a rule.
 *
 * @param sender empty for the null sender
 * @param recipients of this way alone
 * @param client whose mail it is; empty where nobody knows
 * @param size in bytes, as it came
 * @param authentication empty where nobody was to find out
 * @param report of the mail, with the files inside it
 * @param excerpt what it says; empty where the jail did not tell
 * @param sources who were asked about the mail as it came, by name
 */
public record Facts(
        Optional<Mailbox> sender,
        List<Mailbox> recipients,
        Optional<InetAddress> client,
        boolean outbound,
        long size,
        Optional<Results> authentication,
        Report report,
        Optional<Excerpt> excerpt,
        Set<String> sources) {

    public Facts {
        recipients = List.copyOf(recipients);
        sources = Set.copyOf(sources);
    }

    /** Whether the mail was taken apart to its end: what its report does not name is not in it. */
    boolean whole() {
        return report.verdict() == Verdict.REBUILT;
    }
}
