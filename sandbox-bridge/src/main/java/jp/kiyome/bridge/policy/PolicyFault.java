package jp.kiyome.bridge.policy;

import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Messages;

/** What can be wrong in the section {@code verdicts}. The texts stand in a table beside this class. */
enum PolicyFault {
    NOT_A_NAME,
    NO_KIND,
    MISSING,
    NOT_AN_ADDRESS,
    NOT_A_PATH,
    NOT_A_SCORE,
    SCORES,
    NOT_A_TOKEN,
    NO_THREAT_PASSES;

    Bilingual text(Object... values) {
        return Texts.ALL.text(this, values);
    }

    private static final class Texts {
        static final Messages<PolicyFault> ALL = Messages.of(PolicyFault.class);
    }
}
