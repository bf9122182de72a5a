package jp.kiyome.mail.relay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.report.Report;
import jp.kiyome.mail.rules.RuleSet;

/**
 * How an organisation's mail is rebuilt, or a group's. Threads share it.
 *
 * @param sanitizer under its policy; it does not parse in this process
 * @param report a report as it is kept
 * @param receipt the signed receipt for a report of a rebuilt mail, or an empty text
 * @param rules of its policy
 * @param sources names of those who are asked about each mail as it comes
 * @param variants the same with some options of the policy chosen otherwise
 * @param later those whose answers mail may wait for; empty where all answer at once
 * @param asked those who are asked about each mail as it comes; they stay open
 */
public record Rebuilding(
        Sanitizer sanitizer,
        Function<Report, String> report,
        Function<Report, String> receipt,
        RuleSet rules,
        Set<String> sources,
        Variants variants,
        Optional<Later> later,
        List<VerdictSource> asked) {

    /** A policy that is like another but for some choices. */
    @FunctionalInterface
    public interface Variants {

        /**
         * A sanitizer for a mail.
         *
         * @param choices of options, by their keys
         * @param asking whether others are asked about the mail; a second time they are not
         */
        Sanitizer of(Map<String, String> choices, boolean asking);
    }

    public Rebuilding {
        sources = Set.copyOf(sources);
        asked = List.copyOf(asked);
    }

    /** One in which nobody's answer is waited for. */
    public Rebuilding(
            Sanitizer sanitizer,
            Function<Report, String> report,
            Function<Report, String> receipt,
            RuleSet rules,
            Set<String> sources,
            Variants variants) {
        this(sanitizer, report, receipt, rules, sources, variants, Optional.empty(), List.of());
    }

    /** Without rules, whatever is chosen. */
    public Rebuilding(Sanitizer sanitizer, Function<Report, String> report, Function<Report, String> receipt) {
        this(sanitizer, report, receipt, RuleSet.none(), Set.of(), (choices, asking) -> sanitizer);
    }

    /** The same where mail may wait for answers. */
    public Rebuilding waitingFor(Later those) {
        return new Rebuilding(sanitizer, report, receipt, rules, sources, variants, Optional.of(those), asked);
    }

    /** The same where those may be asked again about what was delivered. */
    public Rebuilding asking(List<VerdictSource> those) {
        return new Rebuilding(sanitizer, report, receipt, rules, sources, variants, later, those);
    }
}
