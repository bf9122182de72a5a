package jp.kiyome.approval.settings;

import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Messages;

/** What can be wrong in the settings of the web application. The texts stand in a table beside this class. */
enum SettingFault {
    MISSING,
    NOT_AN_ORGANISATION,
    NOT_AN_ADDRESS,
    NOT_AN_ORIGIN,
    NOT_AN_ISSUER,
    NOT_A_PATH,
    NOT_A_PROGRAM,
    NOT_A_ROLE,
    NOT_A_GROUP,
    NO_PLACE,
    IN_THE_CLEAR,
    SECRET_UNREADABLE,
    DOORS,
    NO_ROLES,
    NO_ORIGIN,
    NO_ORIGIN_FOR_MAIL,
    NOT_AN_APPROVER,
    ANY_OR_ALL,
    STEPS,
    NO_DEADLINE,
    NOT_A_DAY,
    NOT_A_MAIL_ADDRESS;

    Bilingual text(Object... values) {
        return Texts.ALL.text(this, values);
    }

    private static final class Texts {
        static final Messages<SettingFault> ALL = Messages.of(SettingFault.class);
    }
}
