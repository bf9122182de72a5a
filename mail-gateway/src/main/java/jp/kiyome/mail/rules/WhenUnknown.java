package jp.kiyome.mail.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is done where nobody can tell whether a rule's condition holds. The later, the more cautious. */
public enum WhenUnknown {
    DOES_NOT_MATCH,
    MATCHES,
    /** The mail is held, and nothing else of the rule is done. */
    HOLD;

    static Optional<WhenUnknown> of(String word) {
        return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** As policy files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
