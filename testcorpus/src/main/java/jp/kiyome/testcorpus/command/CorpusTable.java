package jp.kiyome.testcorpus.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.core.report.Verdict;

/** Counts by type and outcome. */
final class CorpusTable {

    private static final String ROW = "%-10s %6s %8s %8s %7s %7s %7s %9s %9s %8s%n";

    private final List<CorpusResult> results = new ArrayList<>();

    void add(CorpusResult result) {
        results.add(result);
    }

    /** One line a type, and one for all. */
    String text() {
        Map<String, List<CorpusResult>> byType = new TreeMap<>();
        for (CorpusResult result : results) {
            byType.computeIfAbsent(result.file().type(), t -> new ArrayList<>()).add(result);
        }
        StringBuilder text = new StringBuilder(ROW.formatted(
                "type", "files", "rebuilt", "blocked", "locked", "failed", "broken", "KB in", "KB out", "max ms"));
        byType.forEach((type, some) -> text.append(row(type, some)));
        return text.append(row("all", results)).toString();
    }

    private static String row(String type, List<CorpusResult> some) {
        long in = some.stream().mapToLong(r -> r.run().report().input().size()).sum();
        long out = some.stream().mapToLong(r -> r.run().output().length).sum();
        long broken = some.stream().filter(r -> !r.violations().isEmpty()).count();
        long slowest =
                some.stream().mapToLong(r -> r.run().took().toMillis()).max().orElse(0);
        return ROW.formatted(
                type,
                some.size(),
                count(some, Verdict.REBUILT),
                count(some, Verdict.BLOCKED),
                count(some, Verdict.LOCKED),
                count(some, Verdict.FAILED),
                broken,
                in / 1024,
                out / 1024,
                slowest);
    }

    private static long count(List<CorpusResult> some, Verdict verdict) {
        return some.stream().filter(r -> r.run().report().verdict() == verdict).count();
    }

    /** A line for each broken promise and each file that should have come out and did not. */
    List<String> exceptions() {
        List<String> lines = new ArrayList<>();
        for (CorpusResult result : results) {
            if (result.unexpected()) {
                lines.add(result.file().name() + "\t" + result.run().ending() + "\t("
                        + result.file().note() + ")");
            }
            result.violations().forEach(v -> lines.add(result.file().name() + "\t" + v));
        }
        return lines;
    }

    long violations() {
        return results.stream().mapToLong(r -> r.violations().size()).sum();
    }

    /** 1 when there is none. */
    double rebuiltOfBenign() {
        List<CorpusResult> benign =
                results.stream().filter(CorpusResult::countsAsBenign).toList();
        return benign.isEmpty() ? 1 : (double) count(benign, Verdict.REBUILT) / benign.size();
    }
}
