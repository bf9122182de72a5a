package jp.kiyome.quarantine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.database.Database;
import jp.kiyome.quarantine.fixture.Given;
import jp.kiyome.quarantine.fixture.TestDatabase;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.PartFinding;
import jp.kiyome.quarantine.item.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a search takes among many items: {@code -Dkiyome.store.items=100000} for what is promised (95 of 100 under 100 ms), fewer
 * in the ordinary run, which only shows that all are found.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SearchSpeed {

    private static final int ITEMS = Integer.getInteger("kiyome.store.items", 500);
    private static final boolean MEASURED = ITEMS >= 100_000;
    private static final int ROUNDS = MEASURED ? 100 : 20;
    private static final int PAGE = 51;
    private static final List<String> TYPES = List.of("docx", "pdf", "xlsx", "png", "zip", "jtd");

    @TempDir
    Path folder;

    abstract TestDatabase fresh(Path folder) throws Exception;

    @Test
    void searchesAmongManyItemsAreFast() throws Exception {
        StoreSettings settings = new StoreSettings(
                fresh(folder).settings(), folder.resolve("o"), folder.resolve("c"), folder.resolve("master.keys"));
        try (Store store = Store.open(settings, () -> Given.NOON)) {
            store.organisations().enrol(Given.CITY, Given.GATEWAY);
        }
        long start = System.nanoTime();
        try (Database database = Database.open(settings.database())) {
            fill(new Ledger(database, () -> Given.NOON));
        }
        say("stored " + ITEMS + " in "
                + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
        try (Store store = Store.open(settings, () -> Given.NOON)) {
            assertThat(store.items().search(Given.CITY, Criteria.any(), 1000)).hasSize(Math.min(ITEMS, 1000));
            List<String> slow = new ArrayList<>();
            searches().forEach((name, criteria) -> {
                long p95 = p95(store, criteria);
                int found = store.items().search(Given.CITY, criteria, PAGE).size();
                say(name + ": p95 " + p95 / 1e6 + " ms, " + found + " on the first page");
                assertThat(found).as(name).isEqualTo(name.startsWith("none") ? 0 : Math.max(found, 1));
                if (MEASURED && p95 >= 100_000_000L) {
                    slow.add(name + ": " + p95 + " ns");
                }
            });
            assertThat(slow).isEmpty();
        }
    }

    private static Map<String, Criteria> searches() throws Exception {
        Map<String, Criteria> searches = new LinkedHashMap<>();
        searches.put("everything", Criteria.any());
        searches.put(
                "one hash",
                Criteria.where().sha256(original(ITEMS / 2).sha256()).build());
        searches.put(
                "one sender",
                Criteria.where()
                        .address(Untrusted.of("clerk3@d3.example.invalid"))
                        .build());
        searches.put(
                "one domain",
                Criteria.where().address(Untrusted.of("d3.example.invalid")).build());
        searches.put("common type", Criteria.where().type("docx").build());
        searches.put("rare finding", Criteria.where().finding("macro.rare").build());
        searches.put("common finding", Criteria.where().finding("macro.vba").build());
        searches.put(
                "finding of a type in a week",
                Criteria.where()
                        .finding("macro.vba")
                        .type("pdf")
                        .from(Given.NOON.plusSeconds(ITEMS / 2))
                        .until(Given.NOON.plusSeconds(ITEMS))
                        .build());
        searches.put(
                "state and group",
                Criteria.where().state(State.BLOCKED).group(new Group("課 10")).build());
        searches.put(
                "states that are rare and not",
                Criteria.where().state(State.LOCKED).state(State.REBUILT).build());
        searches.put("text in many", Criteria.where().text(Untrusted.of("請求書")).build());
        searches.put(
                "text in one",
                Criteria.where()
                        .text(Untrusted.of("NUMBER " + (ITEMS / 3) + " "))
                        .build());
        searches.put(
                "none of this text",
                Criteria.where().text(Untrusted.of("どこにもない語")).build());
        searches.put(
                "a page far behind",
                Criteria.any().after(new Hit.Cursor(Given.NOON.plusSeconds(ITEMS / 4), ItemId.at(0))));
        return searches;
    }

    private static long p95(Store store, Criteria criteria) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            store.items().search(Given.CITY, criteria, PAGE);
            times.add(System.nanoTime() - start);
        }
        times.sort(null);
        return times.get(ROUNDS * 95 / 100 - 1);
    }

    private static void fill(Ledger ledger) {
        Random lot = new Random(1);
        for (int from = 0; from < ITEMS; from += 500) {
            int first = from;
            ledger.change(Given.CITY, Given.GATEWAY, change -> {
                for (int i = first; i < Math.min(first + 500, ITEMS); i++) {
                    item(change, i, lot);
                }
                return first;
            });
        }
    }

    private static void item(Change change, int number, Random lot) {
        Instant received = Given.NOON.plusSeconds(number);
        Arrival arrival = new Arrival(
                ItemId.at(received.toEpochMilli()),
                Kind.MAIL,
                new Group("課 " + number % 20),
                Untrusted.of("clerk" + number % 500 + "@d" + number % 40 + ".example.invalid"),
                List.of(Untrusted.of("clerk" + lot.nextInt(3000) + "@city.example.invalid")),
                Untrusted.of((number % 9 == 0 ? "請求書" : "会議のお知らせ") + " number " + number + " "),
                received,
                received.plusSeconds(9_000_000));
        Digest original = original(number);
        boolean blocked = number % 10 == 0;
        List<PartFinding> findings = new ArrayList<>();
        if (number % 3 == 0) {
            findings.add(new PartFinding("macro.vba", Action.REMOVED, 1));
        }
        if (number % 9973 == 0) {
            findings.add(new PartFinding("macro.rare", Action.REMOVED, 1));
        }
        Part part = new Part(
                "1",
                Untrusted.of("添付" + number + ".docx"),
                Untrusted.of(""),
                TYPES.get(lot.nextInt(TYPES.size())),
                blocked ? Verdict.BLOCKED : Verdict.REBUILT,
                blocked ? "type.unknown" : "",
                original,
                blocked ? Optional.empty() : Optional.of(original),
                findings,
                List.of());
        Conclusion conclusion = new Conclusion(part, "0.1.0", "policy-1", "{}", "");
        ItemRows.insert(change.rows(), arrival, original);
        ItemRows.state(change.rows(), arrival.id(), conclusion.state(), received);
        ItemRows.conclude(change.rows(), arrival.id(), conclusion);
        Keywords.index(change.rows(), arrival, original, List.of(part));
    }

    private static Digest original(int number) {
        return new Digest(1000 + number, String.format(Locale.ROOT, "%064x", number + 1_000_000L));
    }

    private void say(String line) {
        if (MEASURED) {
            System.out.println(getClass().getSimpleName() + ": " + line);
        }
    }
}
