package jp.kiyome.approval.job;

import jp.kiyome.approval.search.SearchForm;
import jp.kiyome.approval.text.PlainTime;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.CriteriaBuilder;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.reprocess.source.Selection;

/**
 * What somebody wants done.
 *
 * @param dry whether nothing of the store is to change
 * @param again whether what was done before under the same engine and policy is done once more
 * @param group whose items alone; {@link Group#WHOLE} for all of the organisation
 * @param policy the text to be tried; empty for the policy that holds
 */
public record Order(Kind kind, boolean dry, boolean again, Group group, SearchForm form, Untrusted policy) {

    /** What it is for. */
    public enum Kind {
        /** Items that a search of the quarantine finds are processed again. */
        REPROCESS,
        /** What came between two days is processed under a policy that does not hold yet; always dry. */
        TRIAL
    }

    public Order {
        if (kind == Kind.TRIAL && !dry) {
            throw new IllegalArgumentException("a policy that does not hold changes nothing");
        }
    }

    /** The same, with effect. */
    Order performed() {
        return new Order(kind, false, again, group, form, policy);
    }

    Selection selection() {
        return new Selection.Stored(
                switch (kind) {
                    case REPROCESS -> found();
                    case TRIAL -> between();
                });
    }

    private Criteria found() {
        CriteriaBuilder criteria = form.criteria();
        return (group.equals(Group.WHOLE) ? criteria : criteria.group(group)).build();
    }

    private Criteria between() {
        CriteriaBuilder criteria = Criteria.where();
        PlainTime.beginningOf(form.word("from")).ifPresent(criteria::from);
        PlainTime.endOf(form.word("until")).ifPresent(criteria::until);
        return criteria.build();
    }
}
