package jp.kiyome.mail.rules;

import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Messages;

/** What people are told of rules. The texts stand in a table beside this class. */
public enum RuleText {
    NO_RULES,
    MATCHES,
    DOES_NOT_MATCH,
    UNKNOWN_MATCHES,
    UNKNOWN_DOES_NOT_MATCH,
    NOT_ASKED,
    YES,
    NO,
    UNKNOWN,
    ALL,
    ANY,
    NOT,
    DELIVER,
    HOLD,
    DISCARD,
    REJECT,
    DROPS,
    WARNS,
    TAGS,
    STRIPS_LINKS,
    FORWARDS,
    TELLS_ADMINISTRATOR,
    TELLS_RECIPIENT;

    public Bilingual text(Object... values) {
        return Texts.ALL.text(this, values);
    }

    private static final class Texts {
        static final Messages<RuleText> ALL = Messages.of(RuleText.class);
    }
}
