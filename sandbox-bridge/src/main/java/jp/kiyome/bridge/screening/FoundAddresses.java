package jp.kiyome.bridge.screening;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.link.WebLink;
import jp.kiyome.core.report.Report;

/**
 * The web addresses that the findings of a file and of all files inside it name: what leads outside and was taken out, such as a
 * template, a picture, or a link that was not what it showed.
 *
 * @param first canonical, each once, at most {@link #MOST}
 * @param more how many others there are
 */
record FoundAddresses(List<String> first, int more) {

    /** Addresses of one file that are asked about. */
    static final int MOST = 20;

    FoundAddresses {
        first = List.copyOf(first);
    }

    static FoundAddresses in(Report report) {
        Set<String> all = new LinkedHashSet<>();
        collect(report, all);
        List<String> first = all.stream().limit(MOST).toList();
        return new FoundAddresses(first, all.size() - first.size());
    }

    /** Reports nest no deeper than the policy's limit of files inside files. */
    private static void collect(Report report, Set<String> all) {
        for (Finding finding : report.findings()) {
            WebLink.canonical(finding.detail().unescaped())
                    .filter(link -> !link.startsWith("mailto:"))
                    .ifPresent(all::add);
        }
        report.nested().forEach(nested -> collect(nested, all));
    }
}
