package jp.kiyome.office.odf;

import java.util.List;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.office.lock.OutputLock;

/** What a policy may choose about documents: the same as for Office Open XML. */
record OdfOptions(Policy policy) {

    private static final PolicyOption COMMENTS = PolicyOption.of("office.comments", "keep", "remove");
    private static final PolicyOption CHANGES = PolicyOption.of("office.tracked-changes", "keep", "accept");
    private static final PolicyOption AUTHORS = PolicyOption.of("office.authors", "keep", "anonymize");
    private static final PolicyOption TITLE = PolicyOption.of("document.title", "keep", "remove");

    static final List<PolicyOption> ALL = List.of(COMMENTS, CHANGES, AUTHORS, TITLE, OutputLock.OPTION);

    boolean removesComments() {
        return policy.choice(COMMENTS).equals("remove");
    }

    boolean acceptsChanges() {
        return policy.choice(CHANGES).equals("accept");
    }

    boolean anonymizesAuthors() {
        return policy.choice(AUTHORS).equals("anonymize");
    }

    boolean removesTitle() {
        return policy.choice(TITLE).equals("remove");
    }
}
