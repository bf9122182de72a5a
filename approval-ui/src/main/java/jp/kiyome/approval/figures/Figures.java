package jp.kiyome.approval.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Permission;
import jp.kiyome.approval.person.Person;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Group;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what came to the groups that somebody oversees. Threads share it. */
public final class Figures {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /** Rows of a table at most. */
    private static final int MOST = 50;

    private final Ledger ledger;

    public Figures(Ledger ledger) {
        this.ledger = ledger;
    }

    public MonthFigures of(Person person, YearMonth month) {
        return ledger.read(person.organisation(), rows -> new Counting(rows, groups(person), month).count());
    }

    private static Set<String> groups(Person person) {
        return person.grants().stream()
                .filter(grant -> grant.role().permissions().contains(Permission.OVERSEE))
                .map(Grant::group)
                .map(Group::name)
                .collect(Collectors.toSet());
    }

    /** One month of one organisation, in one reading. */
    private static final class Counting {

        private static final String THEIRS = """
                 i.organisation = :organisation and i.received >= :from and i.received < :until
                and (:whole = 1 or i.group_name in (:groups))\s""";

        private final Rows rows;
        private final Set<String> groups;
        private final Instant from;
        private final Instant until;

        Counting(Rows rows, Set<String> groups, YearMonth month) {
            this.rows = rows;
            this.groups = groups;
            this.from = month.atDay(1).atStartOfDay(JAPAN).toInstant();
            this.until = month.plusMonths(1).atDay(1).atStartOfDay(JAPAN).toInstant();
        }

        MonthFigures count() {
            return new MonthFigures(outcomes(), types(), findings(), requests());
        }

        private JdbcClient.StatementSpec sql(String statement) {
            return rows.sql(statement)
                    .param("from", Times.of(from))
                    .param("until", Times.of(until))
                    .param("whole", groups.contains(Group.WHOLE.name()) ? 1 : 0)
                    .param("groups", groups.isEmpty() ? Set.of("") : groups);
        }

        private List<MonthFigures.Outcome> outcomes() {
            return sql("""
                    select i.kind, coalesce(p.verdict, '') as verdict, count(*) as items from item i
                    left join part p on p.organisation = i.organisation and p.item = i.id and p.number = 0
                    where""" + THEIRS + "group by i.kind, coalesce(p.verdict, '') order by 1, 2")
                    .query((row, number) -> new MonthFigures.Outcome(
                            row.getString("kind"), row.getString("verdict"), row.getLong("items")))
                    .list();
        }

        private List<MonthFigures.Count> types() {
            return sql("""
                    select p.type as name, count(*) as files from part p
                    join item i on i.organisation = p.organisation and i.id = p.item
                    where""" + THEIRS + "and p.type <> '' group by p.type order by 2 desc, 1 limit :most")
                    .param("most", MOST)
                    .query((row, number) -> new MonthFigures.Count(row.getString("name"), row.getLong("files")))
                    .list();
        }

        private List<MonthFigures.Finding> findings() {
            return sql("""
                    select f.code, f.action, sum(f.amount) as times, count(distinct f.item) as items from part_finding f
                    join item i on i.organisation = f.organisation and i.id = f.item
                    where""" + THEIRS + "group by f.code, f.action order by 3 desc, 1, 2 limit :most")
                    .param("most", MOST)
                    .query((row, number) -> new MonthFigures.Finding(
                            row.getString("code"), row.getString("action"), row.getLong("times"), row.getLong("items")))
                    .list();
        }

        private List<MonthFigures.Count> requests() {
            return sql("""
                    select r.state as name, count(*) as requests from request r
                    join item i on i.organisation = r.organisation and i.id = r.item
                    where i.organisation = :organisation and r.made >= :from and r.made < :until
                    and (:whole = 1 or i.group_name in (:groups)) group by r.state order by 1""")
                    .query((row, number) -> new MonthFigures.Count(row.getString("name"), row.getLong("requests")))
                    .list();
        }
    }
}
