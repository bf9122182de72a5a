package jp.kiyome.approval.policy;

import java.util.List;
import jp.kiyome.core.policy.PolicyLayer;
import jp.kiyome.core.policy.file.PolicyProblem;

/** What came of looking at a text. */
public sealed interface Checked {

    /**
     * It can be applied.
     *
     * @param hash of the policy that it comes to
     */
    record Valid(PolicyLayer layer, String hash) implements Checked {}

    /** It cannot be used at all. */
    record Faulty(List<PolicyProblem> problems) implements Checked {

        public Faulty {
            problems = List.copyOf(problems);
        }
    }

    /** It is longer than a policy may be here. */
    record TooLong() implements Checked {}
}
