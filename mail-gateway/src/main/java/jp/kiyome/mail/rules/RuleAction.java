package jp.kiyome.mail.rules;

/** What a rule has done with a mail. */
public sealed interface RuleAction {

    /** It goes its way; with the first match alone no later rule is asked. */
    record Deliver() implements RuleAction {
        @Override
        public String toString() {
            return "deliver";
        }
    }

    /** It is held until a person decides. */
    record Hold() implements RuleAction {
        @Override
        public String toString() {
            return "hold";
        }
    }

    /** Its sender is told that it has arrived; it is kept, and offered to nobody. */
    record Discard() implements RuleAction {
        @Override
        public String toString() {
            return "discard";
        }
    }

    /** Its sender's server is told that it is refused for good. */
    record Reject(String text) implements RuleAction {
        @Override
        public String toString() {
            return "reject: " + text;
        }
    }

    /** Files in it do not come out. */
    record Drop(PartTest which) implements RuleAction {
        @Override
        public String toString() {
            return "drop: " + which;
        }
    }

    /** Its text begins with a warning. */
    record Warn(String text) implements RuleAction {
        @Override
        public String toString() {
            return "warn: " + text;
        }
    }

    /** Its subject begins with a mark. */
    record Tag(String text) implements RuleAction {
        @Override
        public String toString() {
            return "tag: " + text;
        }
    }

    /** Links in it do not work. */
    record StripLinks() implements RuleAction {
        @Override
        public String toString() {
            return "strip-links";
        }
    }

    record NotifyAdministrator() implements RuleAction {
        @Override
        public String toString() {
            return "notify-administrator";
        }
    }

    record NotifyRecipient() implements RuleAction {
        @Override
        public String toString() {
            return "notify-recipient";
        }
    }

    /** The mail as it came goes to the mail server of the isolated network too. */
    record ForwardOriginal() implements RuleAction {
        @Override
        public String toString() {
            return "forward-original";
        }
    }

    /** What is done where nobody can tell whether a rule's condition holds, and the rule does not say. */
    default WhenUnknown usual() {
        return switch (this) {
            case Deliver deliver -> WhenUnknown.DOES_NOT_MATCH;
            case Reject reject -> WhenUnknown.HOLD;
            case Discard discard -> WhenUnknown.HOLD;
            case ForwardOriginal forward -> WhenUnknown.HOLD;
            case Hold hold -> WhenUnknown.MATCHES;
            case Drop drop -> WhenUnknown.MATCHES;
            case Warn warn -> WhenUnknown.MATCHES;
            case Tag tag -> WhenUnknown.MATCHES;
            case StripLinks strip -> WhenUnknown.MATCHES;
            case NotifyAdministrator notify -> WhenUnknown.MATCHES;
            case NotifyRecipient notify -> WhenUnknown.MATCHES;
        };
    }
}
