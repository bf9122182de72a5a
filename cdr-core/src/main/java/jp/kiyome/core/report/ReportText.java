package jp.kiyome.core.report;

import java.util.Optional;
import java.util.function.Supplier;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.Severity;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.text.Language;
import jp.kiyome.core.text.Messages;

/** Writes reports for people: a tree of files with what was found in each. Threads may share it. */
public final class ReportText {

    private static final String STEP = "    ";

    private final Messages<ReportWord> words = Messages.of(ReportWord.class);
    private final Supplier<FindingCatalogue> catalogue;
    private final Language language;

    /**
     * A writer for readers of one language.
     *
     * @param catalogue asked when a finding is written, not before: a file without one needs none of the tables
     */
    public ReportText(Supplier<FindingCatalogue> catalogue, Language language) {
        this.catalogue = catalogue;
        this.language = language;
    }

    /** Lines, each ended by a line feed. What came from the file is escaped. */
    public String write(Report report) {
        StringBuilder text = new StringBuilder(1024);
        file(text, "", report);
        text.append(word(ReportWord.ENGINE, report.engineVersion(), report.policyHash()))
                .append('\n');
        return text.toString();
    }

    /** A verdict in the reader's language. */
    public String word(Verdict verdict) {
        return word(
                switch (verdict) {
                    case REBUILT -> ReportWord.REBUILT;
                    case BLOCKED -> ReportWord.BLOCKED;
                    case LOCKED -> ReportWord.LOCKED;
                    case FAILED -> ReportWord.FAILED;
                });
    }

    /** A finding on one line: its text in the reader's language, its detail and place, its code. */
    public String line(Finding finding) {
        StringBuilder line = new StringBuilder(160);
        line.append(catalogue
                .get()
                .find(finding.kind())
                .map(text -> text.text().in(language))
                .orElse(finding.kind().code()));
        if (!finding.detail().isEmpty()) {
            line.append(": ").append(finding.detail());
        }
        if (finding.count() > 1) {
            line.append(" (").append(word(ReportWord.TIMES, finding.count())).append(')');
        }
        String where = finding.where().toString();
        return line.append(where.isEmpty() ? "" : "  @ " + where)
                .append("  [")
                .append(finding.kind())
                .append(']')
                .toString();
    }

    /** Why a file did not come out, on one line; empty when it did. */
    public Optional<String> reason(Report report) {
        ReportWord byPolicy = report.held() ? ReportWord.HELD_BY_POLICY : ReportWord.BY_POLICY;
        return report.reason().map(reason -> byPolicy(report, reason) ? word(byPolicy, line(reason)) : line(reason));
    }

    /** Whether the file could have been rebuilt: what is told as done had been done when the policy said no. */
    private static boolean byPolicy(Report report, Finding reason) {
        return report.findings().stream().anyMatch(finding -> finding.kind().equals(reason.kind()));
    }

    private void file(StringBuilder text, String indent, Report report) {
        String type = report.type().map(t -> t.id()).orElseGet(() -> word(ReportWord.UNKNOWN_TYPE));
        text.append(indent).append(report.name()).append("  (").append(type).append(")  ");
        text.append(report.held() ? word(ReportWord.HELD) : word(report.verdict()));
        text.append("  ").append(sizes(report)).append('\n');
        String below = indent + STEP;
        if (report.output().isPresent() && !report.outputName().equals(lastStep(report.name()))) {
            text.append(below)
                    .append(word(ReportWord.NAME_BECOMES, report.outputName()))
                    .append('\n');
        }
        reason(report).ifPresent(reason -> text.append(below)
                .append(word(ReportWord.REASON, reason))
                .append('\n'));
        for (Finding finding : report.findings()) {
            Severity severity = catalogue.get().severity(finding.kind());
            text.append(below).append('[').append(word(severity)).append("] ");
            text.append(word(finding.action()))
                    .append(": ")
                    .append(line(finding))
                    .append('\n');
        }
        if (report.verdict() == Verdict.REBUILT
                && report.nothingFound()
                && report.nested().isEmpty()) {
            text.append(below).append(word(ReportWord.NOTHING_FOUND)).append('\n');
        }
        report.nested().forEach(nested -> file(text, below, nested));
    }

    private String sizes(Report report) {
        Optional<Digest> output = report.output();
        return output.map(digest -> word(ReportWord.SIZES, report.input().size(), digest.size()))
                .orElseGet(() -> word(ReportWord.SIZE, report.input().size()));
    }

    private static Untrusted lastStep(Untrusted name) {
        String raw = name.unescaped();
        return Untrusted.of(raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1));
    }

    private String word(Action action) {
        return word(
                switch (action) {
                    case REMOVED -> ReportWord.REMOVED;
                    case REPLACED -> ReportWord.REPLACED;
                    case CHANGED -> ReportWord.CHANGED;
                    case KEPT -> ReportWord.KEPT;
                    case BLOCKED -> ReportWord.ACTION_BLOCKED;
                    case HELD -> ReportWord.ACTION_HELD;
                });
    }

    private String word(Severity severity) {
        return word(
                switch (severity) {
                    case ACTIVE -> ReportWord.ACTIVE;
                    case LEAK -> ReportWord.LEAK;
                    case STRUCTURE -> ReportWord.STRUCTURE;
                    case NOTE -> ReportWord.NOTE;
                });
    }

    private String word(ReportWord word, Object... values) {
        return words.text(word, values).in(language);
    }
}
