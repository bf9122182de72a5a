package jp.kiyome.office.ole;

import java.util.List;
import jp.kiyome.core.policy.PolicyOption;

/** The choices of a policy that every compound document obeys, for the handlers to name. */
public final class OleOptions {

    /** Those of the property sets. */
    public static final List<PolicyOption> ALL = PropertySets.options();

    private OleOptions() {}
}
