package jp.kiyome.quarantine.waiting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.ItemId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of those who wait. Stateless. */
final class WaitingRows {

    private WaitingRows() {}

    static boolean isKnown(Rows rows, ItemId item) {
        return rows.sql("select count(*) from waiting where organisation = :organisation and item = :item")
                        .param("item", item.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    static void insert(Rows rows, Waiter waiter, Instant now) {
        rows.sql("""
                insert into waiting (organisation, item, group_name, leads, note, deadline, state, number, action, cause, detail,
                    settled)
                values (:organisation, :item, :group, :leads, :note, :deadline, 'WAITS', 0, '', '', '', :now)""")
                .param("item", waiter.item().value())
                .param("group", waiter.group().name())
                .param("leads", waiter.leads())
                .param("note", stored(waiter.note()))
                .param("deadline", Times.of(waiter.deadline()))
                .param("now", Times.of(now))
                .update();
        List<Map<String, Object>> claims = new ArrayList<>();
        for (Claim claim : waiter.claims()) {
            claims.add(Map.of(
                    "item", waiter.item().value(),
                    "number", claims.size() + 1,
                    "source", claim.source(),
                    "ticket", stored(claim.ticket()),
                    "sha256", claim.sha256(),
                    "about", stored(claim.about())));
        }
        rows.each("""
                insert into waiting_claim (organisation, item, number, source, ticket, sha256, about, answer)
                values (:organisation, :item, :number, :source, :ticket, :sha256, :about, '')""", claims);
    }

    static List<Waiter> waiting(Rows rows) {
        return rows
                .sql("select * from waiting where organisation = :organisation and state = 'WAITS'")
                .query((row, number) -> waiter(rows, row))
                .list()
                .stream()
                .sorted(Comparator.comparing(Waiter::deadline)
                        .thenComparing(waiter -> waiter.item().toString()))
                .toList();
    }

    static long count(Rows rows) {
        return rows.sql("select count(*) from waiting where organisation = :organisation and state = 'WAITS'")
                .query(Long.class)
                .single();
    }

    static Optional<Waiter> find(Rows rows, ItemId item) {
        return rows.sql("""
                        select * from waiting where organisation = :organisation and item = :item and state <> 'ACTED'""")
                .param("item", item.value())
                .query((row, number) -> waiter(rows, row))
                .optional();
    }

    static boolean settle(Rows rows, End end) {
        int settled = rows.sql("""
                update waiting set state = 'SETTLED', action = :action, cause = :cause, detail = :detail, settled = :at,
                    number = (select max(number) + 1 from waiting where organisation = :organisation)
                where organisation = :organisation and item = :item and state = 'WAITS'""")
                .param("action", end.action())
                .param("cause", end.cause())
                .param("detail", StoredText.of(end.detail()))
                .param("at", Times.of(end.at()))
                .param("item", end.item().value())
                .update();
        if (settled == 0) {
            return false;
        }
        for (int i = 0; i < end.answers().size(); i++) {
            rows.sql("""
                    update waiting_claim set answer = :answer
                    where organisation = :organisation and item = :item and number = :number""")
                    .param("answer", stored(end.answers().get(i)))
                    .param("item", end.item().value())
                    .param("number", i + 1)
                    .update();
        }
        return true;
    }

    static List<Settled> settled(Rows rows) {
        return rows.sql("""
                        select * from waiting where organisation = :organisation and state = 'SETTLED' order by number""")
                .query((row, number) -> new Settled(waiter(rows, row), end(rows, row)))
                .list();
    }

    /** The row stays: the item is not to wait again. */
    static int acted(Rows rows, ItemId item) {
        int acted = rows.sql("""
                        update waiting set state = 'ACTED', note = '', detail = ''
                        where organisation = :organisation and item = :item and state = 'SETTLED'""").param("item", item.value()).update();
        if (acted > 0) {
            rows.sql("delete from waiting_claim where organisation = :organisation and item = :item")
                    .param("item", item.value())
                    .update();
        }
        return acted;
    }

    private static Waiter waiter(Rows rows, ResultSet row) throws SQLException {
        ItemId item = new ItemId(row.getObject("item", UUID.class));
        List<Claim> claims = claims(rows, item)
                .query((claim, number) -> new Claim(
                        claim.getString("source"),
                        read(claim.getString("ticket")),
                        claim.getString("sha256"),
                        read(claim.getString("about"))))
                .list();
        return new Waiter(
                item,
                new Group(row.getString("group_name")),
                claims,
                row.getString("leads"),
                read(row.getString("note")),
                Times.read(row, "deadline"));
    }

    private static End end(Rows rows, ResultSet row) throws SQLException {
        ItemId item = new ItemId(row.getObject("item", UUID.class));
        List<String> answers = claims(rows, item)
                .query((claim, number) -> read(claim.getString("answer")))
                .list();
        return new End(
                item,
                row.getString("action"),
                row.getString("cause"),
                StoredText.read(row.getString("detail")),
                answers,
                Times.read(row, "settled"));
    }

    private static JdbcClient.StatementSpec claims(Rows rows, ItemId item) {
        return rows.sql("""
                        select * from waiting_claim where organisation = :organisation and item = :item order by number""").param("item", item.value());
    }

    private static String stored(String text) {
        return StoredText.of(Untrusted.of(text));
    }

    private static String read(String stored) {
        return StoredText.read(stored).unescaped();
    }
}
