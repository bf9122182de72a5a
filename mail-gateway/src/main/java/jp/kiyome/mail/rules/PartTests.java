package jp.kiyome.mail.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.kiyome.core.policy.file.PolicyEntry;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.text.Ascii;

/** Tests of the files in a mail. Stateless. */
final class PartTests {

    static final Map<String, Tests.Reader> READERS = Map.of(
            "attachment", (entry, lists) -> attachment(entry),
            "attachments", (entry, lists) -> attachments(entry),
            "locked", (entry, lists) -> locked(entry));

    private static final List<String> KEYS = List.of(
            "name", "name-matches", "extension", "type", "at-least", "at-most", "locked", "refused", "inside-another");
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,16}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}");

    private PartTests() {}

    /** What is asked of one file; {@code any} for every file. */
    static Optional<PartTest> read(PolicyEntry entry) {
        if (!entry.isMapping()) {
            return entry.oneOf(List.of("any")).map(any -> PartTest.any());
        }
        Map<String, PolicyEntry> said = Values.entries(entry, KEYS);
        Optional<PolicyEntry> least = Optional.ofNullable(said.get("at-least"));
        Optional<PolicyEntry> most = Optional.ofNullable(said.get("at-most"));
        if (said.isEmpty()) {
            entry.wrong(RuleFault.EMPTY.text());
        }
        return Optional.of(new PartTest(
                Optional.ofNullable(said.get("name")).map(Values::words).orElse(List.of()),
                Optional.ofNullable(said.get("name-matches")).flatMap(Values::expression),
                words(said, "extension", EXTENSION),
                words(said, "type", TYPE),
                Values.bytes(least),
                Values.bytes(most),
                Optional.ofNullable(said.get("locked")).flatMap(Values::yes),
                Optional.ofNullable(said.get("refused")).flatMap(Values::yes),
                Optional.ofNullable(said.get("inside-another"))
                        .flatMap(Values::yes)
                        .orElse(false)));
    }

    private static Set<String> words(Map<String, PolicyEntry> said, String key, Pattern shape) {
        return Optional.ofNullable(said.get(key))
                .map(entry -> Values.all(
                        entry,
                        text -> Optional.of(Ascii.lower(text))
                                .filter(one -> shape.matcher(one).matches()),
                        RuleFault.NOT_AN_EXTENSION))
                .orElse(Set.of());
    }

    private static Optional<Condition.Test> attachment(PolicyEntry entry) {
        return read(entry)
                .map(test -> new Condition.Test("attachment", test.toString(), facts -> {
                    List<Part> parts = Part.in(facts.report());
                    Optional<Part> found = parts.stream().filter(test::is).findFirst();
                    return Answer.of(
                            Holds.found(found.isPresent(), facts.whole()),
                            found.map(PartTests::shown).orElseGet(() -> shown(parts)));
                }));
    }

    private static Optional<Condition.Test> attachments(PolicyEntry entry) {
        return EnvelopeTests.Range.counts(entry)
                .map(range -> new Condition.Test("attachments", range.toString(), facts -> {
                    long count = Part.in(facts.report()).stream()
                            .filter(part -> part.depth() == 1)
                            .count();
                    // More may be in what was not taken apart.
                    boolean known = facts.whole() || range.most().isEmpty() && range.has(count);
                    return Answer.of(known ? Holds.of(range.has(count)) : Holds.UNKNOWN, Long.toString(count));
                }));
    }

    /** The mail itself, or any file in it. */
    private static Optional<Condition.Test> locked(PolicyEntry entry) {
        return Values.yes(entry)
                .map(wanted -> new Condition.Test("locked", wanted ? "yes" : "no", facts -> {
                    Set<String> locked = new LinkedHashSet<>();
                    Part.in(facts.report()).stream()
                            .filter(Part::locked)
                            .map(PartTests::shown)
                            .forEach(locked::add);
                    boolean whole = Part.isLocked(facts.report());
                    boolean some = whole || !locked.isEmpty();
                    boolean known = some || facts.whole();
                    Holds holds = known ? Holds.of(some == wanted) : Holds.UNKNOWN;
                    return Answer.of(holds, whole ? Verdict.LOCKED.toString() : String.join(", ", locked));
                }));
    }

    private static String shown(Part part) {
        String type = part.type().isEmpty() ? "?" : part.type();
        return part.cleanName() + " (" + type + ", " + part.size() + ")";
    }

    private static String shown(List<Part> parts) {
        Set<String> all = new TreeSet<>();
        parts.stream().map(PartTests::shown).forEach(all::add);
        return String.join(", ", all);
    }
}
