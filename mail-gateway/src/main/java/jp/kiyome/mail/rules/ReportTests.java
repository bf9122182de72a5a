package jp.kiyome.mail.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.policy.file.PolicyEntry;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.text.Ascii;

/** Tests of what the engine found in a mail and what others said of it. Stateless. */
final class ReportTests {

    static final Map<String, Tests.Reader> READERS = Map.of(
            "finding", (entry, lists) -> finding(entry),
            "outcome", (entry, lists) -> outcome(entry),
            "verdict", (entry, lists) -> verdict(entry),
            "spam-score", (entry, lists) -> score(entry));

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*");
    private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N}_-]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}(\\.[0-9]{1,3})?");
    private static final List<String> ANSWERS = List.of("threat", "suspicious", "not-scanned");
    /** As findings tell what a source says of a mail as it came: its name, a score. */
    private static final Pattern SCORE =
            Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?(?:E-?[0-9]+)?)(?:[ ,].*)?", Pattern.DOTALL);

    private ReportTests() {}

    private static Optional<Condition.Test> finding(PolicyEntry entry) {
        Set<String> codes = Values.all(
                entry, text -> Optional.of(text).filter(one -> CODE.matcher(one).matches()), RuleFault.NOT_A_CODE);
        return codes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition.Test("finding", new TreeSet<>(codes).toString(), facts -> {
                    List<Finding> all = new ArrayList<>();
                    collect(facts.report(), all);
                    Optional<Finding> found = all.stream()
                            .filter(one -> codes.contains(one.kind().code())
                                    || codes.contains(one.kind().area()))
                            .findFirst();
                    return Answer.of(
                            Holds.found(found.isPresent(), facts.whole()),
                            found.map(one -> one.kind().code()).orElse(""));
                }));
    }

    private static void collect(Report report, List<Finding> all) {
        all.addAll(report.findings());
        report.reason().ifPresent(all::add);
        report.nested().forEach(nested -> collect(nested, all));
    }

    private static Optional<Condition.Test> outcome(PolicyEntry entry) {
        List<String> known = Stream.of(Verdict.values()).map(ReportTests::word).toList();
        Set<String> wanted = Values.ofThese(entry, known);
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition.Test("outcome", new TreeSet<>(wanted).toString(), facts -> {
                    String is = word(facts.report().verdict());
                    return Answer.of(Holds.of(wanted.contains(is)), is);
                }));
    }

    private static String word(Verdict verdict) {
        return Ascii.lower(verdict.name());
    }

    private static Optional<Condition.Test> verdict(PolicyEntry entry) {
        Map<String, PolicyEntry> said = Values.entries(entry, List.of("source", "is"));
        Set<String> wanted = Optional.ofNullable(said.get("is"))
                .map(one -> Values.ofThese(one, ANSWERS))
                .orElse(Set.of());
        Optional<String> source = source(entry, said, false);
        if (!said.containsKey("is")) {
            entry.wrong(RuleFault.MISSING.text("is"));
        }
        String value = source.map(one -> one + " ").orElse("") + new TreeSet<>(wanted);
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition.Test("verdict", value, facts -> verdict(facts, source, wanted)));
    }

    /** Who was not asked, or has not looked, has not said that there is nothing. */
    private static Answer verdict(Facts facts, Optional<String> source, Set<String> wanted) {
        List<Finding> said = said(facts, source);
        Optional<Finding> found = said.stream()
                .filter(one -> wanted.contains(one.kind().code().substring("verdict.".length())))
                .findFirst();
        boolean asked =
                source.map(facts.sources()::contains).orElse(!facts.sources().isEmpty());
        boolean looked = said.stream().noneMatch(one -> one.kind().code().equals("verdict.not-scanned"));
        return Answer.of(
                Holds.found(found.isPresent(), asked && looked),
                found.or(() -> said.stream().findFirst())
                        .map(one -> one.detail().unescaped())
                        .orElse(""));
    }

    private static Optional<Condition.Test> score(PolicyEntry entry) {
        Map<String, PolicyEntry> said = Values.entries(entry, List.of("source", "at-least"));
        Optional<String> source = source(entry, said, true);
        Optional<PolicyEntry> least = Optional.ofNullable(said.get("at-least"));
        if (least.isEmpty()) {
            entry.wrong(RuleFault.MISSING.text("at-least"));
        }
        Optional<Double> bound = least.flatMap(one -> Values.read(one, ReportTests::number, RuleFault.NOT_A_SCORE));
        return source.flatMap(name -> bound.map(from ->
                new Condition.Test("spam-score", name + " at-least " + from, facts -> score(facts, name, from))));
    }

    /** A score that is not told is below what the source is set to call suspicious. */
    private static Answer score(Facts facts, String source, double bound) {
        for (Finding one : said(facts, Optional.of(source))) {
            String words = one.detail().unescaped().substring(source.length() + 2);
            String tail = words.startsWith("rspamd score ") ? words.substring("rspamd score ".length()) : words;
            Matcher score = SCORE.matcher(tail);
            if (!one.kind().code().equals("verdict.not-scanned") && score.matches()) {
                double is = new BigDecimal(score.group(1)).doubleValue();
                return Answer.of(Holds.of(is >= bound), score.group(1));
            }
            return Answer.of(Holds.UNKNOWN, words);
        }
        return facts.sources().contains(source) ? Answer.of(Holds.NO, "") : Answer.unknown();
    }

    /** What was said of the mail as it came. */
    private static List<Finding> said(Facts facts, Optional<String> source) {
        return Stream.concat(facts.report().findings().stream(), facts.report().reason().stream())
                .filter(one -> one.kind().area().equals("verdict")
                        && one.where().part().isEmpty())
                .filter(one -> source.map(name -> one.detail().unescaped().startsWith(name + ": "))
                        .orElse(true))
                .toList();
    }

    private static Optional<String> source(PolicyEntry entry, Map<String, PolicyEntry> said, boolean needed) {
        if (needed && !said.containsKey("source")) {
            entry.wrong(RuleFault.MISSING.text("source"));
        }
        return Optional.ofNullable(said.get("source"))
                .flatMap(one -> Values.read(
                        one,
                        text -> Optional.of(text)
                                .filter(name -> SOURCE.matcher(name).matches()),
                        RuleFault.NOT_A_NAME));
    }

    private static Optional<Double> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text).doubleValue()) : Optional.empty();
    }
}
