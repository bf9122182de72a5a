package jp.kiyome.core.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.type.FileType;

/** Reports to try things on. */
public final class Reports {

    private static final FileType DOCX = FileType.of("docx", "application/x-docx", "docx");
    private static final String HASH = "0123456789abcdef".repeat(4);

    private Reports() {}

    /** A rebuilt file with findings and a nested file that was blocked; its texts are hostile. */
    public static Report rebuilt() {
        Report nested = of(
                "word/embeddings/\u202Egnp.exe",
                Verdict.BLOCKED,
                List.of(),
                List.of(),
                Optional.of(Finding.of("type.unknown", Action.BLOCKED, Location.wholeFile(), "x\ny")));
        Finding link = new Finding(
                Finding.of("type.polyglot", Action.REMOVED, Location.wholeFile())
                        .kind(),
                Action.REMOVED,
                Location.ofPart("word/document.xml").at("w:p\"}"),
                Untrusted.of("\u001B[31m https://example.invalid/\u2028"),
                3);
        return of("報告\u200B書.docx", Verdict.REBUILT, List.of(link), List.of(nested), Optional.empty());
    }

    public static Report of(
            String name, Verdict verdict, List<Finding> findings, List<Report> nested, Optional<Finding> reason) {
        return new Report(
                Untrusted.of(name),
                Untrusted.of(name),
                Optional.of(DOCX),
                "application/zip",
                new Digest(10, HASH),
                verdict == Verdict.REBUILT ? Optional.of(new Digest(9, HASH)) : Optional.empty(),
                verdict,
                reason,
                findings,
                nested,
                Policy.defaults().hash(),
                "0.1.0",
                Instant.parse("2026-01-02T03:04:05.678901Z"),
                Duration.ofMillis(12));
    }
}
