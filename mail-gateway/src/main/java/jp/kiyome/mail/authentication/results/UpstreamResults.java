package jp.kiyome.mail.authentication.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.mail.authentication.dkim.DkimOutcome;
import jp.kiyome.mail.authentication.dkim.DkimReason;
import jp.kiyome.mail.authentication.dkim.DkimResult;
import jp.kiyome.mail.authentication.dmarc.DmarcOutcome;
import jp.kiyome.mail.authentication.dmarc.DmarcPolicy;
import jp.kiyome.mail.authentication.dmarc.DmarcResult;
import jp.kiyome.mail.authentication.header.HeaderField;
import jp.kiyome.mail.authentication.header.MailHeader;
import jp.kiyome.mail.authentication.spf.SpfOutcome;
import jp.kiyome.mail.authentication.spf.SpfResult;

/**
 * What a trusted server before this one found out. Only fields above the second Received count: below it stands what came from
 * further away.
 */
public final class UpstreamResults {

    private UpstreamResults() {}

    /** Empty where it wrote none. Words that are not known count as none. */
    public static Optional<Results> read(MailHeader header, Upstream upstream) {
        List<Statement> all = new ArrayList<>();
        boolean any = false;
        int hops = 0;
        for (HeaderField field : header.fields()) {
            hops += field.is("Received") ? 1 : 0;
            if (hops == 2) {
                break;
            }
            if (field.is("Authentication-Results") && upstream.wrote(field)) {
                any = true;
                ResultsReader.read(field.unfolded()).ifPresent(read -> all.addAll(read.statements()));
            }
        }
        return any
                ? Optional.of(new Results(spf(all), dkim(all), dmarc(all), Optional.of(upstream.name())))
                : Optional.empty();
    }

    private static SpfResult spf(List<Statement> all) {
        List<Statement> spf = of(all, "spf");
        Optional<Statement> sender = spf.stream()
                .filter(one -> one.property("smtp.mailfrom").isPresent())
                .findFirst();
        SpfResult none = new SpfResult(SpfOutcome.NONE, SpfResult.Identity.MAILFROM, "");
        return sender.or(() -> spf.stream().findFirst())
                .map(one -> one.property("smtp.mailfrom").isPresent()
                        ? new SpfResult(
                                outcome(SpfOutcome.class, one, SpfOutcome.NONE),
                                SpfResult.Identity.MAILFROM,
                                Ascii.lower(one.domain("smtp.mailfrom")))
                        : new SpfResult(
                                outcome(SpfOutcome.class, one, SpfOutcome.NONE),
                                SpfResult.Identity.HELO,
                                Ascii.lower(one.domain("smtp.helo"))))
                .orElse(none);
    }

    private static List<DkimResult> dkim(List<Statement> all) {
        return of(all, "dkim").stream()
                .filter(one -> !one.result().equals("none"))
                .map(one -> new DkimResult(
                        outcome(DkimOutcome.class, one, DkimOutcome.NONE),
                        DkimReason.NONE,
                        Ascii.lower(one.domain(one.property("header.d").isPresent() ? "header.d" : "header.i")),
                        one.property("header.s").orElse(""),
                        one.property("header.a").orElse(""),
                        false))
                .toList();
    }

    private static DmarcResult dmarc(List<Statement> all) {
        return of(all, "dmarc").stream()
                .findFirst()
                .map(one -> new DmarcResult(
                        outcome(DmarcOutcome.class, one, DmarcOutcome.NONE),
                        Ascii.lower(one.domain("header.from")),
                        one.property("policy.dmarc").flatMap(DmarcPolicy::read).orElse(DmarcPolicy.NONE),
                        100))
                .orElse(DmarcResult.without(DmarcOutcome.NONE, ""));
    }

    private static List<Statement> of(List<Statement> all, String method) {
        return all.stream().filter(one -> one.method().equals(method)).toList();
    }

    private static <T extends Enum<T>> T outcome(Class<T> type, Statement statement, T unknown) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> Ascii.lower(one.name()).equals(statement.result()))
                .findFirst()
                .orElse(unknown);
    }
}
