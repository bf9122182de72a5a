package jp.kiyome.office.ooxml;

import java.util.List;
import java.util.Set;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.PolicyOption;

/** What a policy may choose about office documents. */
record OoxmlOptions(Policy policy) {

    private static final PolicyOption COMMENTS = PolicyOption.of("office.comments", "keep", "remove");
    private static final PolicyOption CHANGES = PolicyOption.of("office.tracked-changes", "keep", "accept");
    private static final PolicyOption AUTHORS = PolicyOption.of("office.authors", "keep", "anonymize");
    private static final PolicyOption TITLE = PolicyOption.of("document.title", "keep", "remove");

    static final List<PolicyOption> ALL = List.of(COMMENTS, CHANGES, AUTHORS, TITLE);

    private static final Set<String> COMMENT_PARTS = Set.of(
            "comments",
            "comments-extended",
            "comments-ids",
            "comments-extensible",
            "sheet-comments",
            "binary-comments",
            "slide-comments",
            "comment-authors");

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

    /** Whether the policy leaves out parts of this kind. */
    boolean leavesOut(PartKind kind) {
        return removesComments() && COMMENT_PARTS.contains(kind.name());
    }
}
