package jp.kiyome.approval.openid;

/** A provider that does not answer, or not as it should. */
final class ProviderTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    ProviderTrouble(String why) {
        super(why);
    }

    ProviderTrouble(String why, Throwable cause) {
        super(why + ": " + cause.getClass().getSimpleName(), cause);
    }
}
