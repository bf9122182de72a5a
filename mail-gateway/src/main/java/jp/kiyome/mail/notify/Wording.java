package jp.kiyome.mail.notify;

import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Messages;

/** What people read. The texts stand in a table beside this class; docs/mail-notices.md shows them as mails. */
enum Wording {
    SENDER_NAME,
    TO_ADMINISTRATORS,
    TO_RECIPIENT,
    TO_SENDER,
    REFERENCE,
    WHEN,
    SENDER,
    NULL_SENDER,
    RECIPIENTS,
    AND_MORE,
    TITLE,
    NO_TITLE,
    REASON,
    DETAIL,
    UNKNOWN_REASON,
    BY_RULE,
    NOT_TAKEN,
    WHAT_TO_DO,
    ASK,
    ASK_AT,
    CLOSING,
    HELD_SUBJECT,
    HELD,
    HELD_DO,
    LOCKED_SUBJECT,
    LOCKED,
    LOCKED_DO,
    GAVE_UP_SUBJECT,
    GAVE_UP,
    GAVE_UP_DO,
    UNDELIVERED_SUBJECT,
    UNDELIVERED,
    UNDELIVERED_DO,
    FAILED_SUBJECT,
    FAILED,
    FAILED_DO,
    NEXT_HOP_SUBJECT,
    NEXT_HOP,
    NEXT_HOP_DO,
    STORE_SUBJECT,
    STORE,
    STORE_DO,
    RULE_SUBJECT,
    RULE,
    RULE_DO,
    YOURS_HELD_SUBJECT,
    YOURS_HELD,
    YOURS_HELD_DO,
    YOURS_LOCKED_SUBJECT,
    YOURS_LOCKED,
    YOURS_LOCKED_DO,
    YOURS_REJECTED_SUBJECT,
    YOURS_REJECTED,
    YOURS_REJECTED_DO,
    YOURS_RULE_SUBJECT,
    YOURS_RULE,
    YOURS_RULE_DO,
    WITHHELD_SUBJECT,
    WITHHELD,
    WITHHELD_DO,
    DIGEST_SUBJECT,
    DIGEST_YOURS,
    DIGEST_ALL,
    DIGEST_MORE,
    DIGEST_DO;

    Bilingual text(Object... values) {
        return Texts.ALL.text(this, values);
    }

    private static final class Texts {
        static final Messages<Wording> ALL = Messages.of(Wording.class);
    }
}
