package jp.kiyome.app.command;

import java.nio.file.Path;
import java.util.List;
import jp.kiyome.core.policy.file.PolicyInvalid;
import jp.kiyome.core.policy.file.PolicyProblem;

/** A policy file with faults, and which of those that were given it is. */
final class BadPolicy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final transient List<PolicyProblem> problems;

    BadPolicy(Path file, PolicyInvalid invalid) {
        super(invalid);
        this.file = file;
        this.problems = invalid.problems();
    }

    Path file() {
        return file;
    }

    List<PolicyProblem> problems() {
        return problems;
    }
}
