package jp.kiyome.bridge.policy;

import java.util.Locale;
import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Messages;

/** What an answer leads to, the mildest first. The texts stand in a table beside this class. */
public enum Action {
    /** The file goes its way. */
    GO_ON,
    /** The file waits for a person, or for a verdict. */
    HOLD,
    /** The file goes nowhere. */
    BLOCK;

    /** As policy files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Action stricter(Action other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Bilingual text() {
        return Texts.ALL.text(this);
    }

    private static final class Texts {
        static final Messages<Action> ALL = Messages.of(Action.class);
    }
}
