package jp.kiyome.core.jail.pool;

import java.util.List;
import jp.kiyome.core.jail.sandbox.Missing;

/** No worker can be started, or not with the jail that the policy requires. */
public final class JailUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Missing> missing;

    JailUnavailable(String why, List<Missing> missing) {
        super(why + (missing.isEmpty() ? "" : " " + missing), null, false, false);
        this.missing = List.copyOf(missing);
    }

    /** Which pieces; empty when the workers do not start for another reason. */
    public List<Missing> missing() {
        return missing;
    }
}
