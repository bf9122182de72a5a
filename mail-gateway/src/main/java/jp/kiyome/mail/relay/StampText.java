package jp.kiyome.mail.relay;

import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Messages;

/** What recipients read. The texts stand in a table beside this class. */
enum StampText {
    HEADING,
    REMOVED,
    LOCKED,
    REFERENCE,
    ASK,
    ASK_AT;

    Bilingual text(Object... values) {
        return Texts.ALL.text(this, values);
    }

    private static final class Texts {
        static final Messages<StampText> ALL = Messages.of(StampText.class);
    }
}
