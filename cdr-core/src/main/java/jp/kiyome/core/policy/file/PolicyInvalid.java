package jp.kiyome.core.policy.file;

import java.util.List;

/** A policy file that cannot be used, with everything that is wrong in it, by line. */
public final class PolicyInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<PolicyProblem> problems;

    PolicyInvalid(List<PolicyProblem> problems) {
        super(problems.toString(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** At least one, in the order of the file. */
    public List<PolicyProblem> problems() {
        return problems;
    }
}
