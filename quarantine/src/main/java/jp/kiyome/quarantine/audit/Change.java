package jp.kiyome.quarantine.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody is making, with what the trail will say of it: both are committed together or not at all. Valid, and to
 * be used by one thread, until the transaction ends.
 */
public final class Change {

    private final Rows rows;
    private final Actor who;
    private final Instant now;
    private final List<Runnable> afterwards = new ArrayList<>();
    private Head head;

    private Change(Rows rows, Actor who, Instant now, Head head) {
        this.rows = rows;
        this.who = who;
        this.now = now;
        this.head = head;
    }

    /** Waits until no other change of this organisation is under way. */
    static Change begin(Rows rows, Actor who, Instant now) {
        @Nullable
        Head head = rows.sql("select number, hash from audit_head where organisation = :organisation for update")
                .query((row, number) -> new Head(rows.organisation(), row.getLong("number"), row.getString("hash")))
                .optional()
                .orElse(null);
        if (head == null) {
            throw new UnknownOrganisation(rows.organisation());
        }
        return new Change(rows, who, Instant.ofEpochMilli(now.toEpochMilli()), head);
    }

    public Rows rows() {
        return rows;
    }

    /** One time for all of the change; to the millisecond. */
    public Instant now() {
        return now;
    }

    /**
     * Adds a record to the trail.
     *
     * @param action area and name
     * @param subject the id of an item, or empty
     * @param detail what else there is to say
     */
    public void record(String action, String subject, Map<String, String> detail) {
        AuditRecord record = Chain.link(head, now, who.toString(), action, subject, Detail.write(detail));
        rows.sql("""
                insert into audit_record (organisation, number, at, who, action, subject, detail, previous, hash)
                values (:organisation, :number, :at, :who, :action, :subject, :detail, :previous, :hash)""")
                .param("number", record.number())
                .param("at", Times.of(record.at()))
                .param("who", record.who())
                .param("action", record.action())
                .param("subject", record.subject())
                .param("detail", record.detail())
                .param("previous", record.previous())
                .param("hash", record.hash())
                .update();
        head = new Head(rows.organisation(), record.number(), record.hash());
    }

    /** Something to do once the change is on disk. What is not done because the machine stopped is the sweeper's. */
    public void afterwards(Runnable work) {
        afterwards.add(work);
    }

    List<Runnable> end() {
        rows.sql("update audit_head set number = :number, hash = :hash where organisation = :organisation")
                .param("number", head.number())
                .param("hash", head.hash())
                .update();
        return afterwards;
    }
}
