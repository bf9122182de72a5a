package jp.kiyome.quarantine.reprocess;

import static jp.kiyome.quarantine.fixture.Given.CITY;
import static jp.kiyome.quarantine.fixture.Given.GATEWAY;
import static jp.kiyome.quarantine.fixture.Given.NOON;
import static jp.kiyome.quarantine.fixture.ReprocessBench.NEW;
import static jp.kiyome.quarantine.fixture.ReprocessBench.OLD;
import static jp.kiyome.quarantine.fixture.ReprocessBench.everything;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.audit.AuditRecord;
import jp.kiyome.quarantine.database.Database;
import jp.kiyome.quarantine.database.Held;
import jp.kiyome.quarantine.fixture.PaperSanitizer;
import jp.kiyome.quarantine.fixture.ReprocessBench.Ran;
import jp.kiyome.quarantine.item.Advice;
import jp.kiyome.quarantine.item.Assessment;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Opinion;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.reprocess.batch.Broken;
import jp.kiyome.quarantine.reprocess.source.Selection;
import jp.kiyome.quarantine.reprocess.task.Draft;
import jp.kiyome.quarantine.reprocess.task.Plan;
import jp.kiyome.quarantine.reprocess.task.Result;
import jp.kiyome.quarantine.reprocess.task.Run;
import jp.kiyome.quarantine.reprocess.task.SkipReason;
import jp.kiyome.quarantine.reprocess.task.Subject;
import jp.kiyome.quarantine.reprocess.task.TaskBook;
import jp.kiyome.quarantine.reprocess.work.Consultation;
import jp.kiyome.quarantine.store.Sweeper;
import org.junit.jupiter.api.Test;

/** What processing again does, whatever database the store stands on. */
abstract class ReprocessContract extends ReprocessFixture {

    /** What is under way is done, nothing is begun any more, and the same run goes on another time. */
    @Test
    void stoppedItGoesOnWhereItWas() throws IOException {
        int items = 60;
        for (int i = 0; i < items; i++) {
            bench.item("number " + i + " v2=macro", i);
        }
        AtomicInteger files = new AtomicInteger();
        Sanitizer counting = counted(new PaperSanitizer(NEW, Duration.ZERO), files);
        Watcher stopping = new Watcher() {
            @Override
            public void selected(long total, long done) {}

            @Override
            public void progress(long done, long total) {}

            @Override
            public boolean wanted() {
                return files.get() < 15;
            }
        };
        Request request = Request.here(everything(), false, 1);
        assertThatThrownBy(() -> bench.reprocessor(counting, 2).run(request, stopping, told -> {}))
                .isInstanceOf(Stopped.class);
        int before = files.get();
        assertThat(before).isBetween(15, items - 1);
        Ran ran = bench.run(request, counting, 2);
        assertThat(files.get()).isEqualTo(items);
        assertThat(ran.tally()).isEqualTo(Map.of(Result.WORSE, (long) items));
        assertThat(trail().stream().filter(record -> record.action().equals("item.reprocessed")))
                .hasSize(items);
    }

    private static Sanitizer counted(Sanitizer inner, AtomicInteger files) {
        return new Sanitizer() {
            @Override
            public Outcome sanitize(Job job) {
                files.incrementAndGet();
                return inner.sanitize(job);
            }

            @Override
            public Outcome refuseUnread(Untrusted name, Finding reason) {
                return inner.refuseUnread(name, reason);
            }
        };
    }

    @Test
    void whatChangedIsHeldAndToldAndNothingIsDelivered() throws IOException {
        ItemId same = bench.item("same", 1);
        ItemId better = bench.item("better v1=blocked", 2);
        ItemId worse = bench.item("worse v2=macro", 3);
        ItemId blocked = bench.item("blocked v2=blocked", 4);
        ItemId failed = bench.item("failed v2=failed", 5);
        ItemId locked = bench.item("locked v2=locked", 6);
        Ran ran = bench.run(everything(), false);
        assertThat(ran.tally())
                .isEqualTo(Map.of(
                        Result.SAME,
                        1L,
                        Result.BETTER,
                        1L,
                        Result.WORSE,
                        1L,
                        Result.NOW_BLOCKED,
                        2L,
                        Result.NOW_LOCKED,
                        1L));
        assertThat(ran.told()).hasSize(6);
        assertThat(item(same).state()).isEqualTo(State.REBUILT);
        for (ItemId id : List.of(better, worse, blocked, failed, locked)) {
            assertThat(item(id).state()).isEqualTo(State.HELD);
            assertThat(item(id).conclusion().orElseThrow().policyHash()).isEqualTo(NEW);
        }
        assertThat(item(better).conclusion().orElseThrow().root().verdict()).isEqualTo(Verdict.REBUILT);
        assertThat(store.trail().events(CITY, worse).stream().map(event -> event.to()))
                .endsWith(State.PROCESSING, State.REBUILT, State.HELD);
        assertThat(trail().stream()
                        .filter(record -> record.action().equals("item.reprocessed"))
                        .map(record -> record.fields().get("result")))
                .containsExactlyInAnyOrder("SAME", "BETTER", "WORSE", "NOW_BLOCKED", "NOW_BLOCKED", "NOW_LOCKED");
        assertThat(trail().stream().map(AuditRecord::action)).contains("reprocess.begin", "reprocess.end");
    }

    @Test
    void whatOthersSayIsKeptWithTheItemAndMayHoldIt() throws IOException {
        ItemId held = bench.item("held", 1);
        ItemId fine = bench.item("fine", 2);
        ItemId delivered = bench.item("delivered held", 3);
        store.items().move(CITY, GATEWAY, delivered, State.DELIVERED, "");
        Consultation doubting = (origin, job, sanitizer) -> {
            boolean holds = job.name().unescaped().contains("held");
            Opinion opinion = holds ? new Opinion.Suspicious(7, List.of("packed")) : new Opinion.NothingFound();
            String sha256 = Digest.of(job.content()).sha256();
            Assessment said = new Assessment("scanner", sha256, opinion, NOON);
            return new Consultation.Consulted(sanitizer.sanitize(job), new Advice(holds, List.of(said)));
        };
        assertThat(bench.run(Request.here(everything(), true, 2), doubting).of(held))
                .isEqualTo(Result.NOW_HELD);
        assertThat(item(held).assessments()).isEmpty();
        Ran ran = bench.run(Request.here(everything(), false, 2), doubting);
        assertThat(ran.tally()).isEqualTo(Map.of(Result.NOW_HELD, 2L, Result.SAME, 1L));
        assertThat(item(held).state()).isEqualTo(State.HELD);
        assertThat(item(fine).state()).isEqualTo(State.REBUILT);
        assertThat(item(delivered).state()).isEqualTo(State.DELIVERED);
        for (ItemId id : List.of(held, fine, delivered)) {
            assertThat(item(id).assessments()).extracting(Assessment::source).containsExactly("scanner");
        }
        assertThat(store.items().search(CITY, Criteria.where().threat("scanner").build(), 10))
                .hasSize(2);
        assertThat(trail().stream().filter(record -> record.action().equals("item.assessed")))
                .hasSize(3);
        Ran again = bench.run(new Request(everything(), false, true, 2, Optional.empty()), doubting);
        assertThat(again.of(held)).isEqualTo(Result.SAME);
        assertThat(item(held).state()).isEqualTo(State.HELD);
    }

    @Test
    void whatSomebodyHasDecidedOnStaysAsItIs() throws IOException {
        ItemId delivered = bench.item("v2=blocked", 1);
        store.items().move(CITY, GATEWAY, delivered, State.DELIVERED, "");
        ItemId held = bench.item("held v2=note", 2);
        store.items().move(CITY, GATEWAY, held, State.HELD, "");
        Ran ran = bench.run(everything(), false);
        assertThat(ran.of(delivered)).isEqualTo(Result.NOW_BLOCKED);
        assertThat(item(delivered).state()).isEqualTo(State.DELIVERED);
        assertThat(item(delivered).conclusion().orElseThrow().policyHash()).isEqualTo(OLD);
        assertThat(ran.of(held)).isEqualTo(Result.SAME);
        assertThat(item(held).state()).isEqualTo(State.HELD);
    }

    @Test
    void whatWasDoneUnderTheSamePolicyIsSkippedUnlessAskedFor() throws IOException {
        bench.item("one", 1);
        bench.item("two v2=macro", 2);
        bench.run(everything(), false);
        PaperSanitizer idle = new PaperSanitizer(NEW, Duration.ZERO);
        Ran second = bench.run(Request.here(everything(), false, 2), idle, 2);
        assertThat(second.tally()).isEqualTo(Map.of(Result.SKIPPED, 2L));
        assertThat(second.told()).allMatch(told -> told.done().reason().equals(SkipReason.ALREADY_DONE.name()));
        assertThat(idle.files()).isZero();
        Ran again = bench.run(new Request(everything(), false, true, 2, Optional.empty()), idle, 2);
        assertThat(again.tally()).isEqualTo(Map.of(Result.SAME, 2L));
    }

    @Test
    void aDryRunSaysTheSameAndLeavesNothing() throws Exception {
        bench.item("one", 1);
        bench.item("two v2=macro", 2);
        bench.item("three v2=blocked", 3);
        bench.item("four v2=crash", 4);
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("new.txt"), "new");
        Map<String, String> before = everythingThere();
        Ran dry = bench.run(everything(), true);
        Ran dryOutside = bench.run(new Selection.Outside(Selection.Form.FOLDER, outside), true);
        assertThat(everythingThere()).isEqualTo(before);
        assertThat(dryOutside.tally()).isEqualTo(Map.of(Result.FIRST, 1L));
        Ran real = bench.run(everything(), false);
        assertThat(dry.results()).isEqualTo(real.results());
        assertThat(everythingThere()).isNotEqualTo(before);
    }

    /** Every row of every table, and every file of both roots. */
    private Map<String, String> everythingThere() throws Exception {
        Map<String, String> all = new TreeMap<>(rows());
        for (String root : List.of("originals", "cleaned")) {
            try (Stream<Path> files = Files.walk(folder.resolve(root))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.put(
                            file.toString(),
                            Digest.of(Files.newInputStream(file)).sha256());
                }
            }
        }
        return all;
    }

    abstract Map<String, String> rows() throws Exception;

    @Test
    void aRunThatWasBrokenOffGoesOnWhereItStopped() throws IOException {
        for (int i = 0; i < 100; i++) {
            bench.item("number " + i + (i % 7 == 0 ? " v2=macro" : ""), i);
        }
        PaperSanitizer healthy = new PaperSanitizer(NEW, Duration.ZERO);
        AtomicInteger left = new AtomicInteger(55);
        Sanitizer dying = new Sanitizer() {
            @Override
            public Outcome sanitize(Job job) {
                if (left.decrementAndGet() < 0) {
                    throw new IllegalStateException("the disk is full");
                }
                return healthy.sanitize(job);
            }

            @Override
            public Outcome refuseUnread(Untrusted name, Finding reason) {
                return healthy.refuseUnread(name, reason);
            }
        };
        assertThatThrownBy(() -> bench.run(Request.here(everything(), false, 2), dying, 5))
                .isInstanceOf(Broken.class);
        Ran ran = bench.run(Request.here(everything(), false, 2), healthy, 5);
        assertThat(ran.tally()).isEqualTo(Map.of(Result.SAME, 85L, Result.WORSE, 15L));
        assertThat(healthy.files()).isBetween(100, 130);
        Map<String, Long> times = new TreeMap<>();
        trail().stream()
                .filter(record -> record.action().equals("item.reprocessed"))
                .forEach(record -> times.merge(record.subject(), 1L, Long::sum));
        assertThat(times).hasSize(100).allSatisfy((item, count) -> assertThat(count)
                .isOne());
        assertThat(trail().stream()
                        .filter(record -> record.action().equals("reprocess.begin"))
                        .map(record -> record.fields().get("run"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void whatKillsAWorkerIsSkippedAfterSomeTriesAndTheRestGoesOn() throws IOException {
        ItemId crash = bench.item("v2=crash", 1);
        ItemId late = bench.item("v2=late", 2);
        ItemId good = bench.item("good v2=macro", 3);
        PaperSanitizer sanitizer = new PaperSanitizer(NEW, Duration.ZERO);
        Ran ran = bench.run(Request.here(everything(), false, 1), sanitizer, 3);
        assertThat(sanitizer.files()).isEqualTo(3 + 3 + 1);
        assertThat(ran.tally()).isEqualTo(Map.of(Result.SKIPPED, 2L, Result.WORSE, 1L));
        assertThat(ran.results().values()).containsExactlyInAnyOrder("SKIPPED CRASHES", "SKIPPED TIME_OUT", "WORSE ");
        assertThat(item(crash).state()).isEqualTo(State.REBUILT);
        assertThat(item(late).conclusion().orElseThrow().policyHash()).isEqualTo(OLD);
        assertThat(item(good).state()).isEqualTo(State.HELD);
    }

    @Test
    void whatIsBeingProcessedOrOverIsSkippedWithItsReason() throws IOException {
        ItemId taken = bench.item("taken", 1);
        store.items().move(CITY, GATEWAY, taken, State.PROCESSING, "");
        ItemId expired = bench.item("expired", 2);
        store.items().move(CITY, GATEWAY, expired, State.EXPIRED, "");
        ItemId damaged = bench.item("damaged", 3);
        Ran ran = bench.run(everything(), false);
        assertThat(ran.results().values())
                .containsExactlyInAnyOrder("SKIPPED BEING_PROCESSED", "SKIPPED EXPIRED", "SAME ");
        assertThat(ran.of(damaged)).isEqualTo(Result.SAME);
    }

    @Test
    void itemsAreSelectedByWhatTheyCameTo() throws IOException {
        bench.item("blocked v1=blocked", 1);
        ItemId locked = bench.item("locked v1=locked", 2);
        bench.item("rebuilt", 3);
        Criteria criteria = Criteria.where().outcome(Verdict.LOCKED).build();
        Ran ran = bench.run(new Selection.Stored(criteria), false);
        assertThat(ran.told()).hasSize(1);
        assertThat(ran.of(locked)).isEqualTo(Result.BETTER);
        Criteria late = Criteria.where()
                .from(NOON.plusSeconds(3))
                .until(NOON.plusSeconds(4))
                .policyHash(OLD)
                .engineVersion(PaperSanitizer.ENGINE)
                .type("txt")
                .build();
        assertThat(bench.run(new Selection.Stored(late), true).tally()).isEqualTo(Map.of(Result.SAME, 1L));
    }

    @Test
    void whatComesFromOutsideIsTakenInAndHeldOnce() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside/cur"));
        Files.writeString(
                outside.resolve("1.M1P1.host:2,S"), "Return-Path: <a@example.invalid>\nSubject: x\n\nv2=macro\n");
        Files.writeString(outside.resolve("2.M1P1.host:2,S"), "Subject: y\n\nv2=blocked\n");
        Selection maildir = new Selection.Outside(Selection.Form.MAILDIR, folder.resolve("outside"));
        Ran ran = bench.run(maildir, false);
        assertThat(ran.tally()).isEqualTo(Map.of(Result.FIRST, 2L));
        ItemId first = ran.told().getFirst().done().item().orElseThrow();
        assertThat(item(first).state()).isEqualTo(State.HELD);
        assertThat(item(first).arrival().sender().unescaped()).isEqualTo("a@example.invalid");
        assertThat(item(first).arrival().title().unescaped()).isEqualTo("x");
        assertThat(store.trail().events(CITY, first).stream().map(event -> event.to()))
                .containsExactly(State.RECEIVED, State.PROCESSING, State.REBUILT, State.HELD);
        Files.move(outside.resolve("1.M1P1.host:2,S"), outside.resolve("moved:2,S"));
        assertThat(bench.run(maildir, false).tally()).isEqualTo(Map.of(Result.SKIPPED, 2L));
    }

    @Test
    void nothingThatIsNotWantedStaysInTheRoots() throws IOException {
        bench.item("same", 1);
        ItemId delivered = bench.item("v2=macro delivered", 2);
        store.items().move(CITY, GATEWAY, delivered, State.DELIVERED, "");
        bench.run(everything(), false);
        assertThat(store.sweeper().sweep(CITY, GATEWAY, Instant.now().plusSeconds(60)))
                .isEqualTo(new Sweeper.Swept(0, 0, List.of()));
    }

    @Test
    void whatWasBegunTooOftenIsWhatTheProgramDiedOf() throws IOException {
        bench.item("innocent", 1);
        bench.item("halting", 2);
        try (Database tables = Database.open(settings.database())) {
            TaskBook book = new TaskBook(tables, CITY, () -> NOON);
            Run run = book.open(new Plan(everything().words(), PaperSanitizer.ENGINE, NEW, false));
            book.clear(run.id());
            List<Draft> drafts = store.items().search(CITY, Criteria.any(), 10).stream()
                    .map(hit -> Draft.of(new Subject.Stored(hit.id())))
                    .toList();
            book.add(run.id(), 0, drafts);
            book.selected(run.id(), 2);
            assertThat(book.begin(run.id(), 0, 1, 10)).hasSize(2);
            assertThat(book.begin(run.id(), 0, 1, 10)).as("a suspect alone").hasSize(1);
            assertThat(book.begin(run.id(), 0, 1, 10).getFirst().tries()).isEqualTo(3);
        }
    }

    @Test
    void aRunIsOneProcessesAlone() throws Exception {
        UUID name = UUID.randomUUID();
        try (Database one = Database.open(settings.database());
                Database other = Database.open(settings.database())) {
            Optional<Held> held = one.hold(name);
            assertThat(held).isPresent();
            assertThat(other.hold(name).isPresent()).isEqualTo(!exclusive());
            held.get().close();
            Optional<Held> next = Optional.empty();
            for (int i = 0; i < 50 && next.isEmpty(); i++) {
                next = other.hold(name);
                Thread.sleep(20);
            }
            assertThat(next).isPresent();
        }
    }

    /** Whether two processes can have the database open at all. */
    abstract boolean exclusive();
}
