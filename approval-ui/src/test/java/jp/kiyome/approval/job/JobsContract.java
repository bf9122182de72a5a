package jp.kiyome.approval.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.approval.request.No;
import jp.kiyome.approval.search.SearchForm;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.audit.AuditRecord;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.reprocess.task.Result;
import jp.kiyome.quarantine.reprocess.task.SkipReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for jobs, whatever database they stand on. */
abstract class JobsContract {

    @TempDir
    Path folder;

    Site site;
    Person officer;

    abstract DatabaseSettings fresh() throws Exception;

    @BeforeEach
    void open() throws Exception {
        site = Site.on(fresh(), folder);
        officer = site.person(Site.CITY, "suzuki", Role.QUARANTINE_OFFICER);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Item held(String text) throws Exception {
        Item item = site.file(officer, text + ".txt", text);
        return site.store.items().move(Site.CITY, Site.TEST, item.id(), State.HELD, "test");
    }

    private Job job(JobId id) {
        return site.jobs.find(Site.CITY, id).orElseThrow();
    }

    private JobId ended(JobId id) {
        site.jobs.await(Site.CITY);
        return id;
    }

    private List<String> trail(Organisation organisation) {
        List<String> actions = new ArrayList<>();
        site.store.trail().export(organisation, Site.TEST, 0, (AuditRecord record) -> actions.add(record.action()));
        return actions;
    }

    @Test
    void aDryRunTellsWhatWouldBecomeOfItemsAndChangesNone() throws Exception {
        Item same = held("plain");
        Item changing = held("changing");
        site.sanitizer.policy("policy-2");
        JobId id = ended(site.jobs.start(officer, Site.dryRun()).orElseThrow());
        assertThat(job(id).state()).isEqualTo(JobState.DONE);
        assertThat(job(id).done()).isEqualTo(2);
        assertThat(site.jobs.counts(Site.CITY, id).results())
                .isEqualTo(Map.of(Result.SAME, 1L, Result.NOW_BLOCKED, 1L));
        assertThat(site.jobs.lines(Site.CITY, id, -1, 10))
                .extracting(JobLine::item)
                .containsExactly(changing.id());
        for (Item item : List.of(same, changing)) {
            assertThat(site.state(item)).isEqualTo(State.HELD);
            Item now = site.store.items().find(Site.CITY, item.id()).orElseThrow();
            assertThat(now.conclusion().orElseThrow().policyHash()).isEqualTo("policy-1");
        }
        assertThat(trail(Site.CITY)).contains("job.begin", "job.end").doesNotContain("reprocess.begin");
    }

    @Test
    void whatWasTriedIsDoneAndWhatChangedWaitsForSomebody() throws Exception {
        Item changing = held("changing");
        site.sanitizer.policy("policy-2");
        JobId tried = ended(site.jobs.start(officer, Site.dryRun()).orElseThrow());
        JobId done = ended(site.jobs.perform(officer, tried).orElseThrow());
        assertThat(job(done).order().dry()).isFalse();
        assertThat(job(done).state()).isEqualTo(JobState.DONE);
        Item now = site.store.items().find(Site.CITY, changing.id()).orElseThrow();
        assertThat(now.state()).isEqualTo(State.HELD);
        assertThat(now.conclusion().orElseThrow().policyHash()).isEqualTo("policy-2");
        assertThat(trail(Site.CITY)).contains("reprocess.begin", "item.reprocessed", "reprocess.end");
        assertThatThrownBy(() -> site.jobs.perform(officer, done)).isInstanceOf(No.class);
    }

    @Test
    void whatWasSkippedIsCountedByReason() throws Exception {
        held("plain");
        JobId id = ended(site.jobs.start(officer, Site.dryRun()).orElseThrow());
        assertThat(site.jobs.counts(Site.CITY, id).skips()).isEqualTo(Map.of(SkipReason.ALREADY_DONE, 1L));
    }

    @Test
    void oneIsAtWorkInAnOrganisationAtATimeAndOthersDoNotWait() throws Exception {
        held("plain");
        site.sanitizer.policy("policy-2");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        site.sanitizer.before(() -> {
            begun.countDown();
            await(go);
        });
        JobId first = site.jobs.start(officer, Site.dryRun()).orElseThrow();
        await(begun);
        assertThat(site.jobs.start(officer, Site.dryRun())).isEmpty();
        Person town = site.person(Site.TOWN, "other", Role.QUARANTINE_OFFICER);
        assertThat(site.jobs.start(town, Site.dryRun())).isPresent();
        assertThat(site.jobs.now(Site.CITY, job(first)).state()).isEqualTo(JobState.RUNNING);
        go.countDown();
        assertThat(job(ended(first)).state()).isEqualTo(JobState.DONE);
        assertThat(site.jobs.start(officer, Site.dryRun())).isPresent();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The second begins once the first has been told to stop; what was done is not done twice. */
    @Test
    void stoppedItGoesOnWhereItWas() throws Exception {
        int items = 60;
        for (int i = 0; i < items; i++) {
            held("changing " + i);
        }
        site.sanitizer.policy("policy-2");
        JobId dry = ended(site.jobs.start(officer, Site.dryRun()).orElseThrow());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        site.sanitizer.before(() -> {
            begun.countDown();
            await(go);
        });
        JobId id = site.jobs.perform(officer, dry).orElseThrow();
        await(begun);
        site.jobs.stop(officer, id);
        // The run looks once a second whether somebody wants it to stop.
        for (int i = 0; i < 300 && !site.jobs.now(Site.CITY, job(id)).stopping(); i++) {
            Thread.sleep(10);
        }
        Thread.sleep(1_500);
        go.countDown();
        assertThat(job(ended(id)).state()).isEqualTo(JobState.STOPPED);
        long done = reprocessed();
        assertThat(done).isLessThan(items);
        site.sanitizer.before(() -> {});
        assertThat(site.jobs.resume(officer, id)).contains(id);
        assertThat(job(ended(id)).state()).isEqualTo(JobState.DONE);
        assertThat(reprocessed()).isEqualTo(items);
        assertThat(site.jobs.counts(Site.CITY, id).results()).isEqualTo(Map.of(Result.NOW_BLOCKED, (long) items));
    }

    private long reprocessed() {
        return trail(Site.CITY).stream().filter("item.reprocessed"::equals).count();
    }

    /** Its row says that it runs; nobody does. */
    @Test
    void whatAProcessLeftThatIsGoneCanGoOn() throws Exception {
        held("plain");
        JobId id = site.job(officer, Site.dryRun(), JobState.RUNNING);
        assertThat(job(id).state()).isEqualTo(JobState.RUNNING);
        assertThat(site.jobs.all(officer, Order.Kind.REPROCESS))
                .extracting(Job::state)
                .containsExactly(JobState.INTERRUPTED);
        assertThat(site.jobs.resume(officer, id)).contains(id);
        assertThat(job(ended(id)).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void whenTheServerEndsItIsInterruptedAndGoesOn() throws Exception {
        for (int i = 0; i < 60; i++) {
            held("changing " + i);
        }
        site.sanitizer.policy("policy-2");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        Jobs other = new Jobs(site.store, site.policies, site.now::get, 1);
        site.sanitizer.before(() -> {
            begun.countDown();
            await(closing);
        });
        JobId id = other.start(officer, Site.dryRun()).orElseThrow();
        await(begun);
        Thread close = Thread.ofVirtual().start(other::close);
        for (int i = 0; i < 300 && other.start(officer, Site.dryRun()).isPresent(); i++) {
            Thread.sleep(10);
        }
        Thread.sleep(200);
        closing.countDown();
        close.join();
        assertThat(job(id).state()).isEqualTo(JobState.INTERRUPTED);
        site.sanitizer.before(() -> {});
        assertThat(site.jobs.resume(officer, id)).contains(id);
        assertThat(job(ended(id)).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void anOfficerOfAGroupReachesItsItemsAlone() throws Exception {
        held("changing");
        site.sanitizer.policy("policy-2");
        Person tax = site.person(Site.CITY, "zeimu", List.of(new Grant(Role.QUARANTINE_OFFICER, new Group("税務課"))));
        Person soumu = site.person(Site.CITY, "soumu", List.of(new Grant(Role.QUARANTINE_OFFICER, Site.SOUMU)));
        assertThatThrownBy(() -> site.jobs.start(tax, Site.dryRun())).isInstanceOf(No.class);
        assertThatThrownBy(() -> site.jobs.start(tax, of(Site.SOUMU))).isInstanceOf(No.class);
        JobId none = ended(site.jobs.start(tax, of(new Group("税務課"))).orElseThrow());
        assertThat(site.jobs.counts(Site.CITY, none).results()).isEmpty();
        JobId theirs = ended(site.jobs.start(soumu, of(Site.SOUMU)).orElseThrow());
        assertThat(site.jobs.counts(Site.CITY, theirs).results()).isEqualTo(Map.of(Result.NOW_BLOCKED, 1L));
        assertThat(site.jobs.all(tax, Order.Kind.REPROCESS)).extracting(Job::id).containsExactly(none);
        assertThatThrownBy(() -> site.jobs.stop(tax, theirs)).isInstanceOf(No.class);
    }

    private static Order of(Group group) {
        return new Order(Order.Kind.REPROCESS, true, false, group, new SearchForm(Map.of()), Untrusted.nothing());
    }

    @Test
    void aTrialIsForWhoGovernsAndChangesNothing() throws Exception {
        Item changing = site.file(officer, "changing.txt", "changing");
        Person governor = site.person(Site.CITY, "kimura", Role.POLICY_ADMINISTRATOR);
        assertThatThrownBy(() -> site.jobs.start(officer, Site.trial())).isInstanceOf(No.class);
        JobId id = ended(site.jobs.start(governor, Site.trial()).orElseThrow());
        assertThat(site.jobs.counts(Site.CITY, id).results()).isEqualTo(Map.of(Result.NOW_BLOCKED, 1L));
        assertThat(site.state(changing)).isEqualTo(State.REBUILT);
        assertThatThrownBy(() -> site.jobs.perform(governor, id)).isInstanceOf(No.class);
        assertThatThrownBy(() -> site.jobs.stop(officer, id)).isInstanceOf(No.class);
    }
}
