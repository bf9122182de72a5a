package jp.kiyome.app.command;

import jp.kiyome.app.say.Say;

/** A command that was called wrongly. */
final class Usage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Say say;
    private final transient Object[] values;

    Usage(Say say, Object... values) {
        super(say.toString(), null, false, false);
        this.say = say;
        this.values = values.clone();
    }

    Say say() {
        return say;
    }

    Object[] values() {
        return values.clone();
    }
}
