package jp.kiyome.mail.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.kiyome.core.policy.file.PolicyEntry;

/** Reads what a rule does. Stateless. */
final class ActionReader {

    private static final Map<String, RuleAction> WORDS = Map.of(
            "deliver", new RuleAction.Deliver(),
            "hold", new RuleAction.Hold(),
            "discard", new RuleAction.Discard(),
            "strip-links", new RuleAction.StripLinks(),
            "notify-administrator", new RuleAction.NotifyAdministrator(),
            "notify-recipient", new RuleAction.NotifyRecipient(),
            "forward-original", new RuleAction.ForwardOriginal());
    private static final List<String> WITH_VALUE = List.of("reject", "warn", "tag", "drop");
    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_TAG = 40;

    private ActionReader() {}

    static List<RuleAction> read(PolicyEntry entry) {
        List<RuleAction> actions = new ArrayList<>();
        for (PolicyEntry one : Values.oneOrMore(entry)) {
            if (one.isMapping()) {
                Values.entries(one, WITH_VALUE)
                        .forEach((key, value) -> withValue(key, value).ifPresent(actions::add));
            } else {
                one.oneOf(WORDS.keySet().stream().sorted().toList())
                        .flatMap(word -> Optional.ofNullable(WORDS.get(word)))
                        .ifPresent(actions::add);
            }
        }
        if (actions.stream().filter(ActionReader::ends).count() > 1) {
            entry.wrong(RuleFault.ONE_ENDING.text());
        }
        return actions;
    }

    private static boolean ends(RuleAction action) {
        return switch (action) {
            case RuleAction.Deliver deliver -> true;
            case RuleAction.Hold hold -> true;
            case RuleAction.Discard discard -> true;
            case RuleAction.Reject reject -> true;
            case RuleAction.Drop drop -> false;
            case RuleAction.Warn warn -> false;
            case RuleAction.Tag tag -> false;
            case RuleAction.StripLinks strip -> false;
            case RuleAction.NotifyAdministrator notify -> false;
            case RuleAction.NotifyRecipient notify -> false;
            case RuleAction.ForwardOriginal forward -> false;
        };
    }

    private static Optional<RuleAction> withValue(String key, PolicyEntry value) {
        return switch (key) {
            case "reject" -> reject(value);
            case "warn" -> text(value, LONGEST_TEXT, RuleAction.Warn::new);
            case "tag" -> text(value, LONGEST_TAG, RuleAction.Tag::new);
            default -> PartTests.read(value).map(RuleAction.Drop::new);
        };
    }

    /** It stands in an answer of SMTP (RFC 5321 §4.2). */
    private static Optional<RuleAction> reject(PolicyEntry value) {
        boolean ascii = value.word()
                .filter(text -> text.chars().anyMatch(c -> c < ' ' || c > '~'))
                .isEmpty();
        if (!ascii) {
            value.wrong(RuleFault.NOT_ASCII.text());
            return Optional.empty();
        }
        return text(value, LONGEST_TEXT, RuleAction.Reject::new);
    }

    /** One line without anything that could be taken for another. */
    private static Optional<RuleAction> text(PolicyEntry value, int longest, Function<String, RuleAction> action) {
        Optional<String> text = value.word();
        boolean clean = text.filter(one -> one.length() > longest
                        || !one.equals(one.strip())
                        || one.codePoints().anyMatch(ActionReader::isControl))
                .isEmpty();
        if (!clean) {
            value.wrong(RuleFault.NOT_A_TEXT.text(longest));
            return Optional.empty();
        }
        return text.map(action);
    }

    private static boolean isControl(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
