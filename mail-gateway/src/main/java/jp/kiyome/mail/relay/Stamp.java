package jp.kiyome.mail.relay;

import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.notice.Label;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.text.Language;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.server.Client;
import jp.kiyome.mail.settings.OrganisationSettings;

/** What the gateway writes on a mail: the label that the rebuilding puts in, and lines of header before all others. Stateless. */
final class Stamp {

    /** Codes that anybody reads in a header. */
    private static final int MOST_CODES = 30;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final String RULE = "----------------------------------------";

    private Stamp() {}

    static Label label(Share share) {
        OrganisationSettings whose = share.route().organisation();
        Language language = whose.language();
        List<String> closing = new ArrayList<>();
        closing.add(StampText.REFERENCE.text(share.id()).in(language));
        closing.add(
                whose.link().isEmpty()
                        ? StampText.ASK.text().in(language)
                        : StampText.ASK_AT
                                .text(whose.link().replace("{0}", share.id().toString()))
                                .in(language));
        closing.add(RULE);
        List<String> heading = List.of(
                RULE,
                StampText.HEADING.text().in(language),
                StampText.REMOVED.text().in(language));
        return new Label(whose.tag(), language, heading, closing);
    }

    /** Received (RFC 5321 §4.4) and, on what comes in, what was done. */
    static String trace(Share share, DomainName here, Report report, Instant now) {
        Client client = share.envelope().client();
        String id = share.id().toString();
        StringBuilder trace = new StringBuilder("Received: ");
        if (!share.route().outbound()) {
            trace.append("from ")
                    .append(word(client.helo()))
                    .append(" (")
                    .append(host(client))
                    .append(")\r\n ");
        }
        trace.append("by ").append(here).append(" (Kiyome) with ").append(word(client.protocol()));
        trace.append("\r\n id ").append(id).append(";\r\n ");
        trace.append(DATE.format(now.atZone(ZoneOffset.UTC))).append("\r\n");
        if (!share.route().outbound()) {
            trace.append(done(id, report));
        }
        return trace.toString();
    }

    private static String host(Client client) {
        String address = client.address().map(InetAddress::getHostAddress).orElse("unknown");
        return word(client.name().isEmpty() ? "unknown" : client.name()) + " [" + address + "]";
    }

    private static String word(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9.:_\\[\\]-]", "?");
        return plain.isEmpty() ? "unknown" : plain;
    }

    private static String done(String id, Report report) {
        Map<String, Long> codes = new LinkedHashMap<>();
        collect(report, codes);
        StringBuilder line = new StringBuilder("X-Kiyome-Sanitized: yes; reference=").append(id);
        int told = 0;
        for (Map.Entry<String, Long> code : codes.entrySet()) {
            if (told++ == MOST_CODES) {
                line.append(";\r\n and-more=").append(codes.size() - MOST_CODES);
                break;
            }
            line.append(";\r\n ").append(code.getKey()).append('=').append(code.getValue());
        }
        line.append("\r\n");
        List<String> words = words(report, codes);
        return words.isEmpty() ? line.toString() : line + "X-MAIL-SANITIZED: " + String.join("|", words) + "\r\n";
    }

    private static void collect(Report report, Map<String, Long> codes) {
        report.findings().forEach(finding -> count(finding, codes));
        report.reason().ifPresent(finding -> count(finding, codes));
        report.nested().forEach(nested -> collect(nested, codes));
    }

    private static void count(Finding finding, Map<String, Long> codes) {
        codes.merge(finding.kind().code(), finding.count(), Long::sum);
    }

    /** The words that other products of this country write. */
    private static List<String> words(Report report, Map<String, Long> codes) {
        List<String> words = new ArrayList<>();
        if (report.nested().stream().anyMatch(nested -> nested.verdict() != Verdict.REBUILT)) {
            words.add("DEL_ATTACH");
        }
        if (report.nested().stream().anyMatch(nested -> isBody(nested) && !nested.nothingFound())) {
            words.add("CHG_TEXT");
        }
        if (codes.containsKey("html.link") || codes.containsKey("html.base")) {
            words.add("REP_LINK");
        }
        return words;
    }

    private static boolean isBody(Report nested) {
        return nested.name().toString().matches("body(-[0-9-]+)?\\.(txt|html)");
    }
}
