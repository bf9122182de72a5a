package jp.kiyome.approval.request;

import java.util.List;
import java.util.Optional;
import jp.kiyome.approval.chain.Chain;
import jp.kiyome.quarantine.item.Group;

/** Which chain an organisation wants for what. The first row that fits counts; without one the usual chain does. Immutable. */
public record ApprovalRules(List<Row> rows) {

    /**
     * A chain, and what it is for.
     *
     * @param group whose items; empty for all
     * @param wanted empty for both
     */
    public record Row(Optional<Group> group, Optional<Wanted> wanted, Chain chain) {

        boolean fits(Group item, Wanted asked) {
            return group.map(item::equals).orElse(true)
                    && wanted.map(asked::equals).orElse(true);
        }
    }

    public ApprovalRules {
        rows = List.copyOf(rows);
    }

    /** Nothing but the usual. */
    public static ApprovalRules usual() {
        return new ApprovalRules(List.of());
    }

    Chain chain(Group item, Wanted asked) {
        return rows.stream()
                .filter(row -> row.fits(item, asked))
                .findFirst()
                .map(Row::chain)
                .orElseGet(Chain::usual)
                .in(item);
    }
}
