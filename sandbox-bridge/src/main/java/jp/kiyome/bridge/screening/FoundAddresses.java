package jp.kiyome.bridge.screening;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.link.WebLink;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.text.Excerpt;

/**
 * The web addresses of a file and of all files inside it: what its findings name, which was taken out, such as a template or a picture; where the
 * links lead that stay; and what its text names.
 *
 * @param first canonical, each once, at most {@link #MOST}
 * @param more how many others there are
 */
record FoundAddresses(List<String> first, int more) {

    /** Addresses of one file that are asked about. */
    static final int MOST = 20;

    private static final int MOST_KNOWN = 10_000;

    /** As far as programs take an address in a text for one: no blanks, no brackets, nothing beyond ASCII, and not the stop that ends a sentence. */
    private static final Pattern IN_TEXT =
            Pattern.compile("(?i)https?://[-a-z0-9._~:/?#@!$&'*+,;=%]{1,2000}(?<![.,;:!?'])");

    FoundAddresses {
        first = List.copyOf(first);
    }

    static FoundAddresses in(Report report, Optional<Excerpt> excerpt) {
        Set<String> all = new LinkedHashSet<>();
        collect(report, all);
        excerpt.ifPresent(said -> {
            said.links().forEach(link -> add(link, all));
            Matcher named = IN_TEXT.matcher(said.title() + '\n' + said.text());
            while (named.find() && all.size() < MOST_KNOWN) {
                add(named.group(), all);
            }
        });
        List<String> first = all.stream().limit(MOST).toList();
        return new FoundAddresses(first, all.size() - first.size());
    }

    private static void add(String address, Set<String> all) {
        WebLink.canonical(address).filter(link -> !link.startsWith("mailto:")).ifPresent(all::add);
    }

    /** Reports nest no deeper than the policy's limit of files inside files. */
    private static void collect(Report report, Set<String> all) {
        for (Finding finding : report.findings()) {
            add(finding.detail().unescaped(), all);
        }
        report.nested().forEach(nested -> collect(nested, all));
    }
}
