package jp.kiyome.quarantine.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.quarantine.database.Rows;

/** Walks a trail from its first record to its head. Memory does not grow with it. */
final class ChainCheck {

    private static final int PAGE = 1000;
    private static final int MOST_FAULTS = 1000;

    private final Map<Long, String> exported = new TreeMap<>();
    private final List<ChainFault> faults = new ArrayList<>();
    private Head last;

    private ChainCheck(Head beginning, List<Head> heads) {
        last = beginning;
        for (Head head : heads) {
            if (!head.organisation().equals(beginning.organisation())) {
                throw new IllegalArgumentException("the head of another organisation's trail");
            }
            String other = exported.putIfAbsent(head.number(), head.hash());
            if (other != null && !other.equals(head.hash())) {
                fault(ChainFault.Kind.NOT_AS_EXPORTED, head.number());
            }
        }
        exported.remove(0L, Chain.BEGINNING);
    }

    static CheckedTrail check(Rows rows, List<Head> exported) {
        ChainCheck check = new ChainCheck(Chain.before(rows.organisation()), exported);
        List<AuditRecord> page = Records.behind(rows, 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(check::take);
            page = Records.behind(rows, check.last.number(), PAGE);
        }
        check.exported.forEach((number, hash) -> check.fault(ChainFault.Kind.NOT_AS_EXPORTED, number));
        boolean headHolds = rows.sql("""
                select count(*) from audit_head where organisation = :organisation and number = :number and hash = :hash""")
                        .param("number", check.last.number())
                        .param("hash", check.last.hash())
                        .query(Long.class)
                        .single()
                == 1;
        if (!headHolds) {
            check.fault(ChainFault.Kind.WRONG_HEAD, check.last.number());
        }
        return new CheckedTrail(check.last, check.faults);
    }

    private void take(AuditRecord record) {
        if (record.number() != last.number() + 1) {
            fault(ChainFault.Kind.MISSING, last.number() + 1);
        } else if (!record.previous().equals(last.hash())) {
            fault(ChainFault.Kind.UNLINKED, record.number());
        }
        if (!Chain.hash(record).equals(record.hash())) {
            fault(ChainFault.Kind.CHANGED, record.number());
        }
        String hash = exported.get(record.number());
        if (hash != null && hash.equals(record.hash())) {
            exported.remove(record.number());
        }
        last = new Head(record.organisation(), record.number(), record.hash());
    }

    private void fault(ChainFault.Kind kind, long number) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new ChainFault(kind, number));
        }
    }
}
