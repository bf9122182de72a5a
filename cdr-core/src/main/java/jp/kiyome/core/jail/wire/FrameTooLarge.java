package jp.kiyome.core.jail.wire;

/** There is more to say than a frame can hold. */
public final class FrameTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FrameTooLarge() {
        super("more than " + WireLimits.FRAME + " bytes", null, false, false);
    }
}
