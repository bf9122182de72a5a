package jp.kiyome.quarantine.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Event;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;

/** Reads, checks and exports the trail of an organisation; each of these is in the trail itself. Threads may share it. */
public final class AuditTrail {

    /** The action of every change of an item's state. */
    public static final String STATE = "item.state";

    private static final int PAGE = 1000;

    private final Ledger ledger;

    public AuditTrail(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Records in their order.
     *
     * @param behind the number before the first
     * @param most how many at most, up to 1000
     */
    public List<AuditRecord> read(Organisation organisation, Actor who, long behind, int most) {
        int limit = Math.min(Math.max(most, 1), PAGE);
        return ledger.change(organisation, who, change -> {
            List<AuditRecord> page = Records.behind(change.rows(), behind, limit);
            change.record("audit.read", "", Map.of("behind", "" + behind, "records", "" + page.size()));
            return page;
        });
    }

    /**
     * Records that are as asked for, in their order; the trail says what was looked for.
     *
     * @param behind the number before the first
     * @param most how many at most, up to 1000
     */
    public List<AuditRecord> search(
            Organisation organisation, Actor who, TrailCriteria criteria, long behind, int most) {
        int limit = Math.min(Math.max(most, 1), PAGE);
        return ledger.change(organisation, who, change -> {
            List<AuditRecord> page = Records.search(change.rows(), criteria, behind, limit);
            change.record(
                    "audit.read",
                    "",
                    Map.of("behind", "" + behind, "records", "" + page.size(), "criteria", words(criteria)));
            return page;
        });
    }

    private static String words(TrailCriteria criteria) {
        Map<String, String> words = new TreeMap<>();
        criteria.who().ifPresent(word -> words.put("who", word));
        criteria.action().ifPresent(word -> words.put("action", word));
        criteria.subject().ifPresent(word -> words.put("subject", word));
        criteria.from().ifPresent(at -> words.put("from", at.toString()));
        criteria.until().ifPresent(at -> words.put("until", at.toString()));
        return words.toString();
    }

    /**
     * Every record up to now, in order, and then the head they end with. The trail says that this was begun, and by whom.
     *
     * @param behind the number before the first
     */
    public Head export(Organisation organisation, Actor who, long behind, Consumer<AuditRecord> told) {
        long end = ledger.change(organisation, who, change -> {
            change.record("audit.export", "", Map.of("behind", "" + behind));
            return head(change.rows());
        });
        Head last = Chain.before(organisation);
        List<AuditRecord> page;
        do {
            long from = Math.max(behind, last.number());
            page = ledger.read(organisation, rows -> Records.behind(rows, from, PAGE));
            for (AuditRecord record : page) {
                if (record.number() <= end) {
                    told.accept(record);
                    last = new Head(organisation, record.number(), record.hash());
                }
            }
        } while (!page.isEmpty() && page.getLast().number() < end);
        return last;
    }

    private static long head(Rows rows) {
        return rows.sql("select max(number) from audit_record where organisation = :organisation")
                .query(Long.class)
                .single();
    }

    /**
     * Checks the whole trail.
     *
     * @param exported heads that were kept elsewhere; without one, a trail whose end was cut off with its head, or that was
     *     written anew from some record on, looks whole
     */
    public CheckedTrail verify(Organisation organisation, Actor who, List<Head> exported) {
        CheckedTrail checked = ledger.read(organisation, rows -> ChainCheck.check(rows, exported));
        // A trail whose end is not where its head says takes no more records, until somebody has looked.
        if (checked.faults().stream().noneMatch(fault -> fault.kind() == ChainFault.Kind.WRONG_HEAD)) {
            ledger.change(organisation, who, change -> {
                change.record(
                        "audit.verify",
                        "",
                        Map.of(
                                "head", "" + checked.head().number(),
                                "faults", "" + checked.faults().size()));
                return checked;
            });
        }
        return checked;
    }

    /** The changes of an item's state, first to last. For those who may see the item; leaves no record. */
    public List<Event> events(Organisation organisation, ItemId item) {
        return ledger.read(organisation, rows -> Records.of(rows, item.toString())).stream()
                .filter(record -> record.action().equals(STATE))
                .map(AuditTrail::event)
                .toList();
    }

    /**
     * Adds a record about an item beside the changes of its state, where what was noted of it before allows that.
     *
     * @param action area and name, for example {@code item.password}
     * @param may asked about all that {@link #notes} gives; nobody else adds anything meanwhile
     * @return whether it was added
     */
    public boolean note(
            Organisation organisation,
            Actor who,
            ItemId item,
            String action,
            Map<String, String> detail,
            Predicate<List<AuditRecord>> may) {
        return ledger.change(organisation, who, change -> {
            boolean allowed = may.test(notes(change.rows(), item));
            if (allowed) {
                change.record(action, item.toString(), detail);
            }
            return allowed;
        });
    }

    /** The records about an item but those of its state, first to last. Leaves no record. */
    public List<AuditRecord> notes(Organisation organisation, ItemId item) {
        return ledger.read(organisation, rows -> notes(rows, item));
    }

    private static List<AuditRecord> notes(Rows rows, ItemId item) {
        return Records.of(rows, item.toString()).stream()
                .filter(record -> !record.action().equals(STATE))
                .toList();
    }

    private static Event event(AuditRecord record) {
        Map<String, String> fields = record.fields();
        return new Event(
                record.number(),
                record.at(),
                Actor.parse(record.who()),
                State.valueOf(fields.getOrDefault("to", "")),
                fields.getOrDefault("why", ""));
    }
}
