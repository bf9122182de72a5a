package jp.kiyome.mail.authentication.results;

import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.authentication.dkim.DkimReason;
import jp.kiyome.mail.authentication.dkim.DkimResult;
import jp.kiyome.mail.authentication.dmarc.DmarcResult;
import jp.kiyome.mail.authentication.spf.SpfResult;

/**
 * Writes the field (RFC 8601 §2.2). Values come from mails and zones of anybody: what is no plain name goes between quotes, without
 * anything that could end them.
 */
final class ResultsWriter {

    private static final int LONGEST_VALUE = 253;

    private ResultsWriter() {}

    static String field(Results results, DomainName authservId) {
        StringBuilder field = new StringBuilder("Authentication-Results: ").append(authservId);
        spf(field, results.spf());
        if (results.dkim().isEmpty()) {
            field.append(";\r\n dkim=none");
        }
        results.dkim().forEach(one -> dkim(field, one));
        dmarc(field, results.dmarc());
        return field.append("\r\n").toString();
    }

    private static void spf(StringBuilder field, SpfResult spf) {
        field.append(";\r\n spf=").append(spf.outcome().word());
        property(
                field,
                switch (spf.identity()) {
                    case MAILFROM -> "smtp.mailfrom";
                    case HELO -> "smtp.helo";
                },
                spf.domain());
    }

    private static void dkim(StringBuilder field, DkimResult dkim) {
        field.append(";\r\n dkim=").append(dkim.outcome().word());
        if (dkim.reason() != DkimReason.NONE) {
            field.append(" reason=\"").append(dkim.reason().word()).append('"');
        }
        property(field, "header.d", dkim.domain());
        property(field, "header.s", dkim.selector());
        property(field, "header.a", dkim.algorithm());
    }

    private static void dmarc(StringBuilder field, DmarcResult dmarc) {
        field.append(";\r\n dmarc=").append(dmarc.outcome().word());
        if (dmarc.percent() != 100) {
            field.append(" (pct=").append(dmarc.percent()).append(')');
        }
        property(field, "policy.dmarc", dmarc.policy().word());
        property(field, "header.from", dmarc.domain());
    }

    private static void property(StringBuilder field, String name, String value) {
        if (!value.isEmpty()) {
            field.append("\r\n  ").append(name).append('=').append(safe(value));
        }
    }

    private static String safe(String value) {
        String cut = value.substring(0, Math.min(value.length(), LONGEST_VALUE));
        return cut.matches("[A-Za-z0-9._-]+") ? cut : '"' + cut.replaceAll("[^\\x21-\\x7e]|[\"\\\\();=<>]", "?") + '"';
    }
}
