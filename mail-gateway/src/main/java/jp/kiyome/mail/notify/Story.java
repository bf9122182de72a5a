package jp.kiyome.mail.notify;

import java.util.Optional;
import jp.kiyome.mail.relay.Kind;
import jp.kiyome.mail.settings.NoticeSettings.Befallen;

/** The three texts of a notice: its subject, what happened, what to do. */
record Story(Wording subject, Wording happened, Wording toDo) {

    static Story forAdministrators(Kind kind) {
        return switch (kind) {
            case BLOCKED -> new Story(Wording.HELD_SUBJECT, Wording.HELD, Wording.HELD_DO);
            case LOCKED -> new Story(Wording.LOCKED_SUBJECT, Wording.LOCKED, Wording.LOCKED_DO);
            case GAVE_UP -> new Story(Wording.GAVE_UP_SUBJECT, Wording.GAVE_UP, Wording.GAVE_UP_DO);
            case UNDELIVERED -> new Story(Wording.UNDELIVERED_SUBJECT, Wording.UNDELIVERED, Wording.UNDELIVERED_DO);
            case FAILED -> new Story(Wording.FAILED_SUBJECT, Wording.FAILED, Wording.FAILED_DO);
            case NEXT_HOP -> new Story(Wording.NEXT_HOP_SUBJECT, Wording.NEXT_HOP, Wording.NEXT_HOP_DO);
            case STORE -> new Story(Wording.STORE_SUBJECT, Wording.STORE, Wording.STORE_DO);
            case RULE, RULE_FOR_RECIPIENTS, REJECTED -> new Story(Wording.RULE_SUBJECT, Wording.RULE, Wording.RULE_DO);
        };
    }

    /** What befell the mail of those whom it was for; empty where it still may reach them, or nobody can reach them. */
    static Optional<Befallen> befallen(Kind kind) {
        return switch (kind) {
            case BLOCKED, GAVE_UP -> Optional.of(Befallen.HELD);
            case LOCKED -> Optional.of(Befallen.LOCKED);
            case REJECTED -> Optional.of(Befallen.REJECTED);
            case UNDELIVERED, FAILED, NEXT_HOP, STORE, RULE, RULE_FOR_RECIPIENTS -> Optional.empty();
        };
    }

    /** For recipients whom a rule wants told. */
    static Story ofRule() {
        return new Story(Wording.YOURS_RULE_SUBJECT, Wording.YOURS_RULE, Wording.YOURS_RULE_DO);
    }

    static Story forRecipients(Befallen what) {
        return switch (what) {
            case HELD -> new Story(Wording.YOURS_HELD_SUBJECT, Wording.YOURS_HELD, Wording.YOURS_HELD_DO);
            case LOCKED -> new Story(Wording.YOURS_LOCKED_SUBJECT, Wording.YOURS_LOCKED, Wording.YOURS_LOCKED_DO);
            case REJECTED ->
                new Story(Wording.YOURS_REJECTED_SUBJECT, Wording.YOURS_REJECTED, Wording.YOURS_REJECTED_DO);
        };
    }
}
