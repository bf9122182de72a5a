package jp.kiyome.core.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.finding.FindingText;
import jp.kiyome.core.finding.Severity;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.notice.Label;
import jp.kiyome.core.notice.Labelling;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.text.Bilingual;

/**
 * Tells a reader what a file lacks: files that did not come out, and active content that was taken away. Metadata and oddities are for
 * the report. The same findings give the same text.
 */
final class RemovalNotice {

    /** Lines that anybody reads. */
    private static final int MOST_LINES = 40;

    private static final Bilingual UNKNOWN = new Bilingual("許可されていません", "not allowed");
    private static final Bilingual MORE = new Bilingual("ほか {0} 件", "and {0} more");

    private static final class Texts {
        static final FindingCatalogue ALL = FindingCatalogue.ofClassPath();
    }

    private final Label label;
    private final Set<String> lines = new LinkedHashSet<>();
    private boolean locked;

    private RemovalNotice(Label label) {
        this.label = label;
    }

    /**
     * The label with what was found.
     *
     * @param own of the file itself
     * @param nested files inside it, with theirs
     */
    static Labelling of(Label label, List<Finding> own, List<Report> nested) {
        RemovalNotice notice = new RemovalNotice(label);
        own.forEach(finding -> notice.finding(Untrusted.nothing(), finding));
        nested.forEach(notice::file);
        return new Labelling(label.tag(), notice.text());
    }

    private void file(Report report) {
        locked |= report.verdict() == Verdict.LOCKED;
        report.reason().ifPresent(reason -> line(report.name(), reason.kind()));
        report.findings().forEach(finding -> finding(report.name(), finding));
        report.nested().forEach(this::file);
    }

    private void finding(Untrusted file, Finding finding) {
        boolean gone = finding.action() == Action.REMOVED || finding.action() == Action.REPLACED;
        if (gone && Texts.ALL.severity(finding.kind()) == Severity.ACTIVE) {
            line(file, finding.kind());
        }
    }

    private void line(Untrusted file, FindingKind kind) {
        Optional<FindingText> known = Texts.ALL.find(kind);
        String what = known.map(FindingText::text).orElse(UNKNOWN).in(label.language());
        lines.add(file.isEmpty() ? "- " + what : "- " + file + ": " + what);
    }

    private String text() {
        List<String> all = new ArrayList<>(label.remark());
        if (!lines.isEmpty()) {
            all.addAll(label.heading());
            all.addAll(lines.stream().limit(MOST_LINES).toList());
            if (lines.size() > MOST_LINES) {
                all.add("- " + MORE.with(lines.size() - MOST_LINES).in(label.language()));
            }
            all.addAll(locked ? label.whenLocked() : List.of());
            all.addAll(label.closing());
        }
        return all.isEmpty() ? "" : String.join("\r\n", all) + "\r\n";
    }
}
