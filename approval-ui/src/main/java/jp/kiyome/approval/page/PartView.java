package jp.kiyome.approval.page;

import java.util.List;

/**
 * A file in a report, with the files inside it. Names are escaped as {@code Untrusted} shows them.
 *
 * @param reason why it did not come out; empty when it did
 */
record PartView(
        String name,
        String outputName,
        String type,
        String verdict,
        String reason,
        List<FindingView> findings,
        List<PartView> nested,
        String input,
        String output,
        String size) {

    PartView {
        findings = List.copyOf(findings);
        nested = List.copyOf(nested);
    }

    public boolean renamed() {
        return !outputName.isEmpty() && !outputName.equals(name);
    }
}
