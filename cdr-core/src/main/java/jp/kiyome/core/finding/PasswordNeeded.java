package jp.kiyome.core.finding;

/** Thrown when a file cannot be opened without a password, or not with the ones at hand: it ends as <i>locked</i>. */
public final class PasswordNeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PasswordNeeded(String how) {
        super(how, null, false, false);
    }
}
