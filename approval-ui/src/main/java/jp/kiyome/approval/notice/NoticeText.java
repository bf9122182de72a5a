package jp.kiyome.approval.notice;

import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Messages;

/** What the mails say. The texts stand in a table beside this class. */
enum NoticeText {
    SENDER_NAME,
    TO,
    ASKED_SUBJECT,
    ASKED,
    REMINDED_SUBJECT,
    REMINDED,
    ESCALATED_SUBJECT,
    ESCALATED,
    APPROVED_SUBJECT,
    APPROVED,
    RETURNED_SUBJECT,
    RETURNED,
    DENIED_SUBJECT,
    DENIED,
    LAPSED_SUBJECT,
    LAPSED,
    DEPUTY_NAMED_SUBJECT,
    DEPUTY_NAMED,
    DEPUTY_ENDED_SUBJECT,
    DEPUTY_ENDED,
    DEPUTY_APPROVER,
    DEPUTY,
    DEPUTY_TIME,
    DEPUTY_BY,
    TITLE,
    UNTITLED,
    SANITIZED,
    ORIGINAL,
    REQUESTER,
    REASON,
    DEADLINE,
    DECIDED_BY,
    COMMENT,
    LINK,
    NO_LINK,
    CLOSING;

    Bilingual text(Object... values) {
        return Texts.ALL.text(this, values);
    }

    private static final class Texts {
        static final Messages<NoticeText> ALL = Messages.of(NoticeText.class);
    }
}
