package jp.kiyome.mail.rules;

import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Messages;

/** What can be wrong in a policy's rules of mail. The texts stand in a table beside this class. */
enum RuleFault {
    MISSING,
    EMPTY,
    NOT_A_NAME,
    NOT_A_WORD,
    NOT_A_TEXT,
    NOT_ASCII,
    NOT_A_CODE,
    NOT_A_SCORE,
    NOT_AN_EXPRESSION,
    NOT_AN_ADDRESS,
    NOT_A_DOMAIN,
    NOT_A_NETWORK,
    NOT_A_PATH,
    NOT_AN_EXTENSION,
    TOO_DEEP,
    TOO_MANY,
    NO_BOUND,
    ONE_ENDING;

    Bilingual text(Object... values) {
        return Texts.ALL.text(this, values);
    }

    private static final class Texts {
        static final Messages<RuleFault> ALL = Messages.of(RuleFault.class);
    }
}
