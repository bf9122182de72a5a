package jp.kiyome.mail.authentication.dmarc;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.authentication.dkim.DkimOutcome;
import jp.kiyome.mail.authentication.dkim.DkimResult;
import jp.kiyome.mail.authentication.dns.Answer;
import jp.kiyome.mail.authentication.dns.Lookups;
import jp.kiyome.mail.authentication.dns.RecordType;
import jp.kiyome.mail.authentication.spf.SpfOutcome;
import jp.kiyome.mail.authentication.spf.SpfResult;

/** Whether SPF or a signature speaks for the domain that the reader is shown (RFC 7489 §6.6.2). Reports are not sent. */
public final class DmarcCheck {

    private final PublicSuffixes suffixes;
    private final Lookups lookups;

    public DmarcCheck(PublicSuffixes suffixes, Lookups lookups) {
        this.suffixes = suffixes;
        this.lookups = lookups;
    }

    /**
     * The result for a mail, from those of its sender and its signatures.
     *
     * @param from empty where the mail has no From of one address
     */
    public DmarcResult check(Optional<DomainName> from, SpfResult spf, List<DkimResult> dkim) {
        if (from.isEmpty()) {
            return DmarcResult.without(DmarcOutcome.PERMERROR, "");
        }
        DomainName domain = from.get();
        DomainName organisation = suffixes.organisational(domain);
        Found own = record(domain);
        boolean below = own.outcome == DmarcOutcome.NONE && !organisation.equals(domain);
        Found found = below ? record(organisation) : own;
        if (found.record.isEmpty()) {
            return DmarcResult.without(found.outcome, domain.name());
        }
        DmarcRecord record = found.record.get();
        DmarcPolicy policy = below ? record.subdomains() : record.policy();
        return new DmarcResult(outcome(domain, record, spf, dkim), domain.name(), policy, record.percent());
    }

    /** @param outcome where there is no record: none, or why it could not be had */
    private record Found(Optional<DmarcRecord> record, DmarcOutcome outcome) {}

    private Found record(DomainName domain) {
        List<String> texts = List.of();
        switch (lookups.ask("_dmarc." + domain, RecordType.TXT)) {
            case Answer.Found found ->
                texts = found.values().stream().filter(DmarcRecord::isDmarc).toList();
            case Answer.Nothing _ -> {}
            case Answer.Trouble _ -> {
                return new Found(Optional.empty(), DmarcOutcome.TEMPERROR);
            }
        }
        if (texts.isEmpty()) {
            return new Found(Optional.empty(), DmarcOutcome.NONE);
        }
        Optional<DmarcRecord> read = texts.size() > 1 ? Optional.empty() : DmarcRecord.read(texts.getFirst());
        return new Found(read, DmarcOutcome.PERMERROR);
    }

    private DmarcOutcome outcome(DomainName from, DmarcRecord record, SpfResult spf, List<DkimResult> dkim) {
        boolean spfFits = aligned(from, spf.domain(), record.strictSpf());
        Predicate<DkimResult> fits = result -> aligned(from, result.domain(), record.strictDkim());
        if (spfFits && spf.outcome() == SpfOutcome.PASS || has(dkim, DkimOutcome.PASS, fits)) {
            return DmarcOutcome.PASS;
        }
        boolean unknown = spfFits && spf.outcome() == SpfOutcome.TEMPERROR || has(dkim, DkimOutcome.TEMPERROR, fits);
        return unknown ? DmarcOutcome.TEMPERROR : DmarcOutcome.FAIL;
    }

    private static boolean has(List<DkimResult> dkim, DkimOutcome outcome, Predicate<DkimResult> fits) {
        return dkim.stream().anyMatch(result -> result.outcome() == outcome && fits.test(result));
    }

    /** §3.1. */
    private boolean aligned(DomainName from, String other, boolean strict) {
        Optional<DomainName> domain = DomainName.read(other);
        return domain.isPresent()
                && (strict
                        ? domain.get().equals(from)
                        : suffixes.organisational(domain.get()).equals(suffixes.organisational(from)));
    }
}
