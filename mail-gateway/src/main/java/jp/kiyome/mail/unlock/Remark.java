package jp.kiyome.mail.unlock;

import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Messages;

/** What stands on a mail whose files are open now. The texts stand in a table beside this class. */
enum Remark {
    TAG,
    RULE,
    HEADING,
    BY_MAIL,
    BY_PERSON,
    CAME,
    SAME_PASSWORD;

    Bilingual text(Object... values) {
        return Texts.ALL.text(this, values);
    }

    private static final class Texts {
        static final Messages<Remark> ALL = Messages.of(Remark.class);
    }
}
