package jp.kiyome.message.mime;

import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/** Refusals of what readers of mail read differently: none of the readings is the right one. Stateless. */
public final class Ambiguous {

    private static final int SHOWN = 200;

    private Ambiguous() {}

    public static Refusal header(String what) {
        return refusal("message.ambiguous-header", what);
    }

    public static Refusal boundary(String what) {
        return refusal("message.ambiguous-boundary", what);
    }

    public static Refusal encoding(String what) {
        return refusal("message.ambiguous-encoding", what);
    }

    public static Refusal structure(String what) {
        return refusal("message.ambiguous-structure", what);
    }

    private static Refusal refusal(String code, String what) {
        return Refusal.of(code, Location.wholeFile(), what.length() > SHOWN ? what.substring(0, SHOWN) : what);
    }
}
