package jp.kiyome.office.xls;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.office.ole.OleOptions;

/** What a policy may choose about workbooks. */
record XlsOptions(Policy policy) {

    private static final PolicyOption COMMENTS = PolicyOption.of("office.comments", "keep", "remove");
    private static final PolicyOption AUTHORS = PolicyOption.of("office.authors", "keep", "anonymize");

    static List<PolicyOption> all() {
        List<PolicyOption> all = new ArrayList<>(OleOptions.ALL);
        all.addAll(List.of(COMMENTS, AUTHORS));
        return all;
    }

    boolean removesComments() {
        return policy.choice(COMMENTS).equals("remove");
    }

    boolean anonymizesAuthors() {
        return policy.choice(AUTHORS).equals("anonymize");
    }
}
