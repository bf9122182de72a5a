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
import java.util.Optional;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.notice.Label;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.text.Language;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.rules.Decision;
import jp.kiyome.mail.server.Client;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.quarantine.item.ItemId;

/** What the gateway writes on a mail: the label that the rebuilding puts in, and lines of header before all others. Stateless. */
public final class Stamp {

    /** Codes that anybody reads in a header. */
    private static final int MOST_CODES = 30;

    /** Of rules that all match; a label has no room for more. */
    private static final int MOST_WARNINGS = Label.MOST_LINES - 2;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final String RULE = "----------------------------------------";

    private Stamp() {}

    /** What is written on a mail that no rule says anything of; nothing where its organisation wants its outbound mail without. */
    static Optional<Label> label(Share share) {
        OrganisationSettings whose = share.route().organisation();
        boolean bare = share.route().outbound() && !whose.outboundRules().labelled();
        return bare ? Optional.empty() : Optional.of(label(whose, share.id()));
    }

    /** The same with what rules want said. */
    static Label label(Share share, Decision decision) {
        List<String> tags = new ArrayList<>();
        label(share).map(Label::tag).filter(tag -> !tag.isEmpty()).ifPresent(tags::add);
        tags.addAll(decision.tags());
        List<String> remark = new ArrayList<>();
        if (!decision.warnings().isEmpty()) {
            remark.add(RULE);
            decision.warnings().stream().limit(MOST_WARNINGS).forEach(remark::add);
            remark.add(RULE);
        }
        String tag = String.join(" ", tags);
        return label(
                        share.route().organisation(),
                        share.id(),
                        tag.length() <= Label.LONGEST ? tag : tag.substring(0, Label.LONGEST))
                .remarking(remark);
    }

    /**
     * The label of an item.
     *
     * @param id by which people ask for its original
     */
    public static Label label(OrganisationSettings whose, ItemId id) {
        return label(whose, id, whose.tag());
    }

    private static Label label(OrganisationSettings whose, ItemId id, String tag) {
        Language language = whose.language();
        List<String> closing = new ArrayList<>();
        closing.add(StampText.REFERENCE.text(id).in(language));
        closing.add(
                whose.link().isEmpty()
                        ? StampText.ASK.text().in(language)
                        : StampText.ASK_AT
                                .text(whose.link().replace("{0}", id.toString()))
                                .in(language));
        closing.add(RULE);
        List<String> heading = List.of(
                RULE,
                StampText.HEADING.text().in(language),
                StampText.REMOVED.text().in(language));
        boolean waits = whose.passwords().fromMails();
        List<String> locked = waits ? List.of(StampText.LOCKED.text().in(language)) : List.of();
        return new Label(tag, language, heading, closing).whenLocked(locked);
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

    /** The lines of header of an item that this host hands over by itself. */
    public static String own(DomainName here, ItemId id, Report report, Instant now) {
        return "Received: by " + here + " (Kiyome)\r\n id " + id + ";\r\n " + DATE.format(now.atZone(ZoneOffset.UTC))
                + "\r\n" + done(id.toString(), report);
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
        if (codes.containsKey("html.link") || codes.containsKey("message.link") || codes.containsKey("html.base")) {
            words.add("REP_LINK");
        }
        return words;
    }

    private static boolean isBody(Report nested) {
        return nested.name().toString().matches("body(-[0-9-]+)?\\.(txt|html)");
    }
}
