package jp.kiyome.office.doc.read;

import java.util.List;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.office.lock.OutputLock;

/** What a policy may choose about documents. */
public record DocOptions(Policy policy) {

    private static final PolicyOption COMMENTS = PolicyOption.of("office.comments", "keep", "remove");
    private static final PolicyOption CHANGES = PolicyOption.of("office.tracked-changes", "keep", "accept");
    private static final PolicyOption AUTHORS = PolicyOption.of("office.authors", "keep", "anonymize");

    public static final List<PolicyOption> ALL = List.of(COMMENTS, CHANGES, AUTHORS, OutputLock.OPTION);

    boolean removesComments() {
        return policy.choice(COMMENTS).equals("remove");
    }

    boolean acceptsChanges() {
        return policy.choice(CHANGES).equals("accept");
    }

    boolean anonymizesAuthors() {
        return policy.choice(AUTHORS).equals("anonymize");
    }
}
