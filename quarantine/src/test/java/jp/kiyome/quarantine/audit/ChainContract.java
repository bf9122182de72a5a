package jp.kiyome.quarantine.audit;

import static jp.kiyome.quarantine.fixture.Given.CITY;
import static jp.kiyome.quarantine.fixture.Given.GATEWAY;
import static jp.kiyome.quarantine.fixture.Given.NOON;
import static jp.kiyome.quarantine.fixture.Given.SUZUKI;
import static jp.kiyome.quarantine.fixture.Given.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kiyome.quarantine.fixture.TestDatabase;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing in the trail can be changed behind the program's back without the check telling it. */
abstract class ChainContract {

    @TempDir
    Path folder;

    private TestDatabase database;
    private Head head;

    abstract TestDatabase fresh(Path folder) throws Exception;

    @BeforeEach
    void sevenRecords() throws Exception {
        database = fresh(folder);
        try (Store store = open()) {
            store.organisations().enrol(CITY, GATEWAY);
            for (int i = 0; i < 5; i++) {
                accepted(store, CITY, "mail " + i);
            }
            head = store.trail().export(CITY, SUZUKI, 0, record -> {});
        }
        assertThat(head.number()).isEqualTo(7);
    }

    private Store open() throws IOException {
        StoreSettings settings = new StoreSettings(
                database.settings(), folder.resolve("o"), folder.resolve("c"), folder.resolve("master.keys"));
        return Store.open(settings, () -> NOON);
    }

    private List<String> faults(Head... exported) throws IOException {
        try (Store store = open()) {
            return store.trail().verify(CITY, GATEWAY, List.of(exported)).faults().stream()
                    .map(ChainFault::toString)
                    .toList();
        }
    }

    @Test
    void anUntouchedTrailIsWhole() throws Exception {
        assertThat(faults(head)).isEmpty();
        assertThat(faults(head)).isEmpty();
    }

    @Test
    void recordsAreFoundByWhatIsAskedAndTheTrailSaysSo() throws Exception {
        try (Store store = open()) {
            assertThat(found(store, "GATEWAY-is-nobody", "")).isEmpty();
            assertThat(found(store, GATEWAY.toString(), "item.")).containsExactly(2L, 3L, 4L, 5L, 6L);
            assertThat(found(store, "", "state")).isEmpty();
            String item = store.trail().read(CITY, SUZUKI, 3, 1).getFirst().subject();
            TrailCriteria one = new TrailCriteria(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(item),
                    Optional.of(NOON),
                    Optional.of(NOON.plusMillis(1)));
            assertThat(store.trail().search(CITY, SUZUKI, one, 0, 9)).hasSize(1);
            TrailCriteria before = new TrailCriteria(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(NOON));
            assertThat(store.trail().search(CITY, SUZUKI, before, 0, 9)).isEmpty();
            AuditRecord last = store.trail()
                    .search(CITY, SUZUKI, TrailCriteria.any(), 0, 1000)
                    .getLast();
            assertThat(last.action()).isEqualTo("audit.read");
            assertThat(last.fields().get("criteria")).contains("until");
        }
        assertThat(faults()).isEmpty();
    }

    private static List<Long> found(Store store, String who, String action) {
        TrailCriteria criteria = new TrailCriteria(
                Optional.of(who).filter(word -> !word.isEmpty()),
                Optional.of(action).filter(word -> !word.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return store.trail().search(CITY, SUZUKI, criteria, 0, 100).stream()
                .map(AuditRecord::number)
                .toList();
    }

    @Test
    void everyColumnCounts() throws Exception {
        List<String> changes = List.of(
                "who = 'person:nobody'",
                "who = 'no actor at all'",
                "action = 'item.other'",
                "subject = 'other'",
                "detail = '{}'",
                "at = at + interval '1' second");
        for (String change : changes) {
            database.tamper(
                    "create schema aside",
                    "create table aside.kept as select * from audit_record where number = 3",
                    "update audit_record set " + change + " where number = 3");
            assertThat(faults()).as(change).containsExactly("CHANGED 3");
            database.tamper(
                    "delete from audit_record where number = 3",
                    "insert into audit_record select * from aside.kept",
                    "drop schema aside cascade");
            assertThat(faults()).isEmpty();
        }
    }

    @Test
    void aMissingRecordIsTold() throws Exception {
        database.tamper("delete from audit_record where number = 4");
        assertThat(faults()).containsExactly("MISSING 4");
    }

    @Test
    void twoRecordsThatChangedPlacesAreTold() throws Exception {
        database.tamper(
                "update audit_record set number = 1000 where number = 3",
                "update audit_record set number = 3 where number = 4",
                "update audit_record set number = 4 where number = 1000");
        assertThat(faults()).contains("UNLINKED 3", "CHANGED 3", "UNLINKED 4", "CHANGED 4");
    }

    @Test
    void aRecordPutInIsTold() throws Exception {
        database.tamper(
                "update audit_record set number = number + 1000 where number > 3",
                "update audit_record set number = number - 999 where number > 1000",
                "insert into audit_record select organisation, 4, at, who, action, subject, detail, previous, hash"
                        + " from audit_record where number = 3");
        assertThat(faults()).contains("UNLINKED 4", "CHANGED 4", "CHANGED 5");
    }

    @Test
    void anEndCutOffIsToldByTheHead() throws Exception {
        database.tamper("delete from audit_record where number = 7");
        assertThat(faults()).containsExactly("WRONG_HEAD 6");
    }

    @Test
    void anEndCutOffWithItsHeadIsToldByTheExportedHead() throws Exception {
        database.tamper(
                "delete from audit_record where number > 5",
                "update audit_head set number = 5, hash = (select hash from audit_record where number = 5)");
        assertThat(faults(head)).containsExactly("NOT_AS_EXPORTED 7");
    }

    /** Who can write the tables can compute hashes too; the head that left the machine is what remains. */
    @Test
    void aTrailWrittenAnewIsToldByTheExportedHead() throws Exception {
        AuditRecord sixth;
        try (Store store = open()) {
            sixth = store.trail().read(CITY, SUZUKI, 5, 1).getFirst();
        }
        Head before = new Head(CITY, 5, sixth.previous());
        AuditRecord forged = Chain.link(before, sixth.at(), "person:nobody", sixth.action(), "", "{}");
        AuditRecord last =
                Chain.link(new Head(CITY, 6, forged.hash()), sixth.at(), "person:nobody", "audit.export", "", "{}");
        database.tamper(
                "delete from audit_record where number > 7",
                update(forged, 6),
                update(last, 7),
                "update audit_head set number = 7, hash = '" + last.hash() + "'");
        assertThat(faults()).isEmpty();
        database.tamper(
                "delete from audit_record where number > 7",
                "update audit_head set number = 7, hash = '" + last.hash() + "'");
        assertThat(faults(head)).containsExactly("NOT_AS_EXPORTED 7");
    }

    private static String update(AuditRecord record, long number) {
        return "update audit_record set who = '" + record.who() + "', action = '" + record.action() + "', subject = '"
                + record.subject() + "', detail = '" + record.detail() + "', previous = '" + record.previous()
                + "', hash = '" + record.hash() + "' where number = " + number;
    }

    @Test
    void readingIsItselfInTheTrail() throws Exception {
        List<AuditRecord> exported = new ArrayList<>();
        try (Store store = open()) {
            store.trail().read(CITY, SUZUKI, 0, 3);
            store.trail().export(CITY, SUZUKI, 0, exported::add);
        }
        assertThat(exported.stream().filter(record -> record.who().equals("person:suzuki")))
                .extracting(AuditRecord::action)
                .containsExactly("audit.export", "audit.read", "audit.export");
        assertThat(Stream.of(exported.getFirst().number(), exported.getLast().number()))
                .containsExactly(1L, 9L);
    }
}
