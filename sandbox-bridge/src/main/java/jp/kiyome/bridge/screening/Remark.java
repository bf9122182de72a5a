package jp.kiyome.bridge.screening;

import java.util.Optional;
import java.util.stream.Collectors;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.bridge.policy.VerdictRules;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;

/** A statement as a finding. */
record Remark(String code, Location where, String detail) {

    /** Empty where there is nothing to tell: nothing was found, or a list does not name it and need not. */
    static Optional<Remark> of(Statement statement, VerdictRules rules) {
        Verdict verdict = statement.opinion().verdict();
        String source = statement.opinion().source() + ": ";
        return switch (verdict) {
            case Verdict.NothingFound nothing -> Optional.empty();
            case Verdict.Threat(Untrusted name) ->
                Optional.of(of(statement, "verdict.threat", source + name.unescaped()));
            case Verdict.Suspicious suspicious ->
                Optional.of(of(statement, "verdict.suspicious", source + suspicious.score() + reasons(suspicious)));
            case Verdict.NotScanned unscanned ->
                unscanned.why() == WhyNotScanned.UNLISTED && rules.on(verdict) == Action.GO_ON
                        ? Optional.empty()
                        : Optional.of(of(
                                statement,
                                "verdict.not-scanned",
                                source + unscanned.why().word() + " "
                                        + unscanned.detail().unescaped()));
        };
    }

    private static Remark of(Statement statement, String code, String detail) {
        Location where =
                switch (statement.subject()) {
                    case ORIGINAL -> Location.wholeFile();
                    case OUTPUT -> Location.ofPart("output");
                    case ADDRESS ->
                        Location.ofPart("address").at(statement.address().unescaped());
                };
        return new Remark(code, where, detail.strip());
    }

    private static String reasons(Verdict.Suspicious suspicious) {
        return suspicious.reasons().stream().map(reason -> " " + reason).collect(Collectors.joining(","));
    }

    Finding kept() {
        return Finding.of(code, jp.kiyome.core.finding.Action.KEPT, where, detail);
    }

    Finding blocking() {
        return Finding.of(code, jp.kiyome.core.finding.Action.BLOCKED, where, detail);
    }
}
