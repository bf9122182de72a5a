package jp.kiyome.mail.settings;

import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Messages;

/** What can be wrong in the gateway's settings. The texts stand in a table beside this class. */
enum SettingsFault {
    MISSING,
    EMPTY,
    NOT_A_DOMAIN,
    NOT_AN_ORGANISATION,
    NOT_A_GROUP,
    NOT_A_NETWORK,
    NOT_AN_ADDRESS,
    NOT_A_HOST,
    NOT_A_MAILBOX,
    NOT_A_PATH,
    NOT_A_TAG,
    NOT_A_LINK,
    TWO_OWNERS,
    EVERYBODY,
    NOBODY_TRUSTED,
    LMTP_PORT,
    NO_OUTBOUND,
    OWN_NAME,
    NOT_OWN,
    NOT_A_TIME,
    NOT_A_ZONE,
    NO_OFFICERS;

    Bilingual text(Object... values) {
        return Texts.ALL.text(this, values);
    }

    private static final class Texts {
        static final Messages<SettingsFault> ALL = Messages.of(SettingsFault.class);
    }
}
