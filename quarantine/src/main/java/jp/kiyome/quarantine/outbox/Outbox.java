package jp.kiyome.quarantine.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;

/**
 * Letters of organisations, kept until the next hop has them. What a method has changed is on disk when it returns. A letter that was
 * claimed and of which nothing more is heard is due again when its claim ends: then it may be sent twice, never not at all. Threads and
 * processes may share it.
 */
public final class Outbox {

    private static final Actor WHO = Actor.service("mail-gateway");
    private static final Duration HOUR = Duration.ofHours(1);

    private static final String WAITING = "WAITING";
    private static final String WITHHELD = "WITHHELD";

    private final Ledger ledger;

    public Outbox(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Takes a letter to be sent, unless it was put before, or its recipient has had too many.
     *
     * @param mostAnHour letters to one recipient
     */
    public Put put(Organisation organisation, Letter letter, int mostAnHour) {
        return change(organisation, rows -> put(rows, letter, mostAnHour));
    }

    /** The same as part of a change that does more: the letter goes if what it tells of has happened. */
    public Put put(Change change, Letter letter, int mostAnHour) {
        return put(change.rows(), letter, mostAnHour);
    }

    private static Put put(Rows rows, Letter letter, int mostAnHour) {
        if (isKnown(rows, letter.name())) {
            return Put.KNOWN;
        }
        boolean tooMany = sinceAnHour(rows, letter) >= mostAnHour;
        insert(rows, letter, tooMany ? WITHHELD : WAITING);
        return tooMany ? Put.WITHHELD : Put.TAKEN;
    }

    /** Takes a letter to be sent, however many there are; false when it was put before. */
    public boolean put(Organisation organisation, Letter letter) {
        return put(organisation, letter, Integer.MAX_VALUE) == Put.TAKEN;
    }

    /** Whether a letter of this name was put. */
    public boolean isKnown(Organisation organisation, String name) {
        return ledger.read(organisation, rows -> isKnown(rows, name));
    }

    private static boolean isKnown(Rows rows, String name) {
        return rows.sql("select count(*) from outbox where organisation = :organisation and name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static long sinceAnHour(Rows rows, Letter letter) {
        return rows.sql("""
                select count(*) from outbox where organisation = :organisation and recipient = :recipient
                and made > :since and state in ('WAITING', 'SENT', 'REFUSED')""")
                .param("recipient", letter.recipient())
                .param("since", Times.of(letter.made().minus(HOUR)))
                .query(Long.class)
                .single();
    }

    private static void insert(Rows rows, Letter letter, String state) {
        rows.sql("""
                insert into outbox (organisation, name, kind, recipient, item, output_sha256, mail, dsn, state, tries, made, due)
                values (:organisation, :name, :kind, :recipient, cast(nullif(:item, '') as uuid), :output, :mail, :dsn, :state, 0,
                    :made, :made)""")
                .param("name", letter.name())
                .param("kind", letter.kind())
                .param("recipient", letter.recipient())
                .param("item", letter.about().map(ItemId::toString).orElse(""))
                .param("output", letter.output())
                .param("mail", state.equals(WITHHELD) ? "" : letter.mail())
                .param("dsn", StoredText.of(Untrusted.of(letter.dsn().write())))
                .param("state", state)
                .param("made", Times.of(letter.made()))
                .update();
    }

    /**
     * Takes hold of the letters that are due, the oldest first, so that nobody else does.
     *
     * @param claim how long nobody else does
     */
    public List<Letter> claim(Organisation organisation, Instant now, Duration claim, int most) {
        if (!isAnyDue(organisation, now)) {
            return List.of();
        }
        return change(organisation, rows -> {
            List<Letter> due = rows.sql("""
                    select name, kind, recipient, item, output_sha256, mail, dsn, tries, made from outbox
                    where organisation = :organisation and state = 'WAITING' and due <= :now
                    order by made, name limit :most""")
                    .param("now", Times.of(now))
                    .param("most", most)
                    .query((row, number) -> letter(row))
                    .list();
            due.forEach(letter -> set(rows, letter.name(), WAITING, now.plus(claim)));
            return due;
        });
    }

    private boolean isAnyDue(Organisation organisation, Instant now) {
        return ledger.read(
                organisation,
                rows -> rows.sql("""
                        select count(*) from outbox where organisation = :organisation and state = 'WAITING' and due <= :now""")
                                .param("now", Times.of(now))
                                .query(Long.class)
                                .single()
                        > 0);
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getString("name"),
                row.getString("kind"),
                row.getString("recipient"),
                Optional.ofNullable(row.getObject("item", UUID.class)).map(ItemId::new),
                row.getString("output_sha256"),
                row.getString("mail"),
                Dsn.read(StoredText.read(row.getString("dsn")).unescaped()),
                Times.read(row, "made"),
                row.getInt("tries"));
    }

    /** The next hop has it. */
    public void sent(Organisation organisation, Letter letter) {
        end(organisation, letter, "SENT");
    }

    /** The next hop will never have it, or nobody tries any more. */
    public void refused(Organisation organisation, Letter letter) {
        end(organisation, letter, "REFUSED");
    }

    private void end(Organisation organisation, Letter letter, String state) {
        change(organisation, rows -> rows.sql("""
                        update outbox set state = :state, mail = '', dsn = '' where organisation = :organisation and name = :name""")
                .param("state", state)
                .param("name", letter.name())
                .update());
    }

    /** It is to be tried again then, having been tried. */
    public void later(Organisation organisation, Letter letter, Instant due) {
        change(organisation, rows -> rows.sql("""
                        update outbox set tries = tries + 1, due = :due where organisation = :organisation and name = :name""")
                .param("due", Times.of(due))
                .param("name", letter.name())
                .update());
    }

    /** It was not tried after all. */
    public void untouched(Organisation organisation, Letter letter, Instant due) {
        change(organisation, rows -> set(rows, letter.name(), WAITING, due));
    }

    private static int set(Rows rows, String name, String state, Instant due) {
        return rows.sql("""
                        update outbox set state = :state, due = :due where organisation = :organisation and name = :name""")
                .param("state", state)
                .param("due", Times.of(due))
                .param("name", name)
                .update();
    }

    /** To whom letters were withheld of which the first was made then or earlier, and how many. */
    public List<Withheld> withheld(Organisation organisation, Instant until) {
        return ledger.read(organisation, rows -> rows.sql("""
                        select recipient, count(*) as letters from outbox
                        where organisation = :organisation and state = 'WITHHELD'
                        group by recipient having min(made) <= :until order by recipient""")
                .param("until", Times.of(until))
                .query((row, number) -> new Withheld(row.getString("recipient"), row.getLong("letters")))
                .list());
    }

    /** Takes the letter that tells of those that were withheld; they are told of with it. */
    public void tellWithheld(Organisation organisation, Letter letter) {
        change(organisation, rows -> {
            if (!isKnown(rows, letter.name())) {
                insert(rows, letter, WAITING);
            }
            return rows.sql("""
                            update outbox set state = 'TOLD' where organisation = :organisation and recipient = :recipient
                            and state = 'WITHHELD'""").param("recipient", letter.recipient()).update();
        });
    }

    /**
     * Where the letters of a kind about an item stand.
     *
     * @return recipients by the fate of their letters; empty where none was put
     */
    public Map<Fate, List<String>> about(Organisation organisation, ItemId item, String kind) {
        Map<Fate, List<String>> all = new EnumMap<>(Fate.class);
        ledger.read(organisation, rows -> rows.sql("""
                        select recipient, state from outbox
                        where organisation = :organisation and item = :item and kind = :kind order by recipient""")
                        .param("item", item.value())
                        .param("kind", kind)
                        .query((row, number) -> Map.entry(fate(row.getString("state")), row.getString("recipient")))
                        .list())
                .forEach(letter -> all.computeIfAbsent(letter.getKey(), none -> new ArrayList<>())
                        .add(letter.getValue()));
        return all;
    }

    private static Fate fate(String state) {
        return switch (state) {
            case "SENT" -> Fate.SENT;
            case "REFUSED" -> Fate.REFUSED;
            default -> Fate.WAITING;
        };
    }

    /** What has become of a letter. */
    public enum Fate {
        WAITING,
        SENT,
        REFUSED
    }

    /** Letters that wait. */
    public long waiting(Organisation organisation) {
        return ledger.read(organisation, rows -> rows.sql(
                        "select count(*) from outbox where organisation = :organisation and state = 'WAITING'")
                .query(Long.class)
                .single());
    }

    /** Forgets letters that were made before and wait no more. */
    public void forget(Organisation organisation, Instant before) {
        change(
                organisation,
                rows -> rows.sql("""
                        delete from outbox where organisation = :organisation and made < :before
                        and state in ('SENT', 'REFUSED', 'TOLD')""").param("before", Times.of(before)).update());
    }

    private <T> T change(Organisation organisation, Function<Rows, T> work) {
        return ledger.change(organisation, WHO, change -> work.apply(change.rows()));
    }
}
