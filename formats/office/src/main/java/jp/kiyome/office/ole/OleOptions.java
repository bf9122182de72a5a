package jp.kiyome.office.ole;

import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.office.lock.OutputLock;

/** The choices of a policy that every compound document obeys, for the handlers to name. */
public final class OleOptions {

    /** Those of the property sets, and of passwords. */
    public static final List<PolicyOption> ALL = Stream.concat(
                    PropertySets.options().stream(), Stream.of(OutputLock.OPTION))
            .toList();

    private OleOptions() {}
}
