package jp.kiyome.mail.relay;

import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Messages;

/** What an administrator is told. The texts stand in a table beside this class. */
public enum Kind {
    BLOCKED,
    LOCKED,
    GAVE_UP,
    UNDELIVERED,
    FAILED,
    NEXT_HOP,
    STORE,
    /** A rule wants its administrator to know of a mail. */
    RULE,
    /** A rule wants the recipients to know of a mail. */
    RULE_FOR_RECIPIENTS,
    /** Rules refused a mail. */
    REJECTED;

    Bilingual text(Object... values) {
        return Texts.ALL.text(this, values);
    }

    private static final class Texts {
        static final Messages<Kind> ALL = Messages.of(Kind.class);
    }
}
