package jp.kiyome.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jp.kiyome.approval.fixture.Browser;
import jp.kiyome.approval.fixture.PostgresServer;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.approval.request.Wanted;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many people at the queue of requests at once, over many items: {@code -Dkiyome.web.people=200} and {@code -Dkiyome.web.items=100000} for
 * what is promised (95 of 100 pages within 300 ms); few of both in the ordinary run, which only shows that everybody gets the page. Each
 * person reads it every {@value #EVERY_MILLIS} ms; those who ask and the server share one machine and one process.
 */
@EnabledIf("jp.kiyome.approval.fixture.PostgresServer#installed")
class QueueLoadTest {

    private static final int PEOPLE = Integer.getInteger("kiyome.web.people", 5);
    private static final int ITEMS = Integer.getInteger("kiyome.web.items", 1_000);
    private static final boolean MEASURED = PEOPLE >= 200 && ITEMS >= 100_000;
    private static final int REQUESTS = MEASURED ? 300 : 20;
    private static final int EVERY_MILLIS = 5_000;
    private static final Duration LONG = Duration.ofSeconds(MEASURED ? 60 : 1);
    private static final Duration WARM = Duration.ofSeconds(MEASURED ? 20 : 0);

    @TempDir
    Path folder;

    @Test
    void everybodyReadsTheQueueAtOnce() throws Exception {
        try (Site site = Site.on(PostgresServer.running().freshDatabase(), folder)) {
            fill(site);
            ask(site);
            int port = site.serve().port();
            List<Browser> people = signedIn(site, port);
            List<Long> warm = read(people, WARM);
            List<Long> times = read(people, LONG);
            assertThat(times).hasSizeGreaterThanOrEqualTo(people.size());
            long p95 = times.get(times.size() * 95 / 100);
            say(
                    "%d people, %d items, %d requests waiting: %d pages (%d before them), median %d ms, p95 %d ms, slowest %d ms"
                            .formatted(
                                    PEOPLE,
                                    ITEMS,
                                    REQUESTS,
                                    times.size(),
                                    warm.size(),
                                    millis(times.get(times.size() / 2)),
                                    millis(p95),
                                    millis(times.getLast())));
            if (MEASURED) {
                assertThat(millis(p95)).isLessThan(300);
            }
        }
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private void say(String line) {
        if (MEASURED) {
            System.out.printf(Locale.ROOT, "%s: %s%n", getClass().getSimpleName(), line);
        }
    }

    /** Delivered mails of long ago, each as the store keeps one. */
    private static void fill(Site site) {
        List<String> tables = List.of("""
                insert into item (organisation, id, kind, group_name, title, sender, state, received, changed, retain_until,
                    original_sha256, original_size, engine_version, policy_hash)
                select :organisation, gen_random_uuid(), 'MAIL', '総務課', 'mail ' || n, 'a@b.example.invalid', 'DELIVERED',
                    at, at, at + interval '90 days', lpad(to_hex(n), 64, '0'), 1000, '0.1.0', 'policy-1'
                from (select n, timestamp with time zone '2026-11-01 00:00:00Z' - n * interval '1 minute' as at
                    from generate_series(1, %d) n) numbers""".formatted(ITEMS), """
                insert into recipient (organisation, item, number, address)
                select organisation, id, 0, 'c' || right(original_sha256, 3) || '@city.example.invalid' from item
                where organisation = :organisation""", """
                insert into part (organisation, item, number, path, name, output_name, type, verdict, reason,
                    input_sha256, input_size, output_sha256, output_size)
                select organisation, id, 1, '1', 'mail.eml', 'mail.eml', 'eml', 'REBUILT', '', original_sha256, 1000,
                    original_sha256, 1000 from item where organisation = :organisation""", """
                insert into keyword (organisation, field, word, received, item)
                select organisation, 'type', 'eml', received, id from item where organisation = :organisation""", """
                insert into item_text (organisation, received, item, text)
                select organisation, received, id, title from item where organisation = :organisation""");
        site.store.ledger().change(Site.CITY, Site.TEST, change -> {
            for (String table : tables) {
                change.rows().sql(table).update();
            }
            return ITEMS;
        });
    }

    private static void ask(Site site) throws Exception {
        Person clerk = site.person(Site.CITY, "asks", Role.CLERK);
        for (int i = 0; i < REQUESTS; i++) {
            Item item = site.inState(clerk, State.HELD);
            site.requests.ask(clerk, item.id(), Wanted.SANITIZED, "reason " + i);
        }
    }

    private static List<Browser> signedIn(Site site, int port) {
        List<Browser> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(Browser.of(port, site.person(Site.CITY, "chief" + i, Role.APPROVER)));
        }
        return people;
    }

    /** For a while, each person again and again; how long each page took, sorted, nanoseconds. */
    private static List<Long> read(List<Browser> people, Duration howLong) throws Exception {
        Queue<Long> times = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + howLong.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < people.size(); i++) {
                Browser browser = people.get(i);
                Random lot = new Random(i);
                all.add(threads.submit(() -> {
                    Thread.sleep(lot.nextInt((int) Math.min(EVERY_MILLIS, howLong.toMillis() + 1)));
                    do {
                        times.add(once(browser));
                        Thread.sleep(EVERY_MILLIS / 2 + lot.nextInt(EVERY_MILLIS));
                    } while (System.nanoTime() < end);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return times.stream().sorted().toList();
    }

    private static long once(Browser browser) {
        long start = System.nanoTime();
        byte[] page = browser.bytes("/approvals");
        long took = System.nanoTime() - start;
        assertThat(new String(page, StandardCharsets.UTF_8)).contains("/approvals/");
        return took;
    }
}
