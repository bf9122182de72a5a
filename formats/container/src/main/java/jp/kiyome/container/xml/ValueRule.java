package jp.kiyome.container.xml;

import java.util.List;

/** Says which values an attribute or a text may have. Threads may share it. */
sealed interface ValueRule {

    /** A rule that the format implements: what it means depends on the document, the policy, or a small language. */
    record Delegated(String name, List<String> arguments) implements ValueRule {}

    /** Text of any length is passed as it streams by; only its characters matter, and the reader has checked those. */
    record AnyText() implements ValueRule {}

    /** One of several rules. */
    record Either(List<ValueRule> rules) implements ValueRule {}

    /** A rule that looks at the value alone. */
    non-sealed interface Plain extends ValueRule {

        boolean accepts(Utf8 value);
    }
}
