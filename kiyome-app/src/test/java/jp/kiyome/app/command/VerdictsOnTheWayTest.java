package jp.kiyome.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Assessment;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Opinion;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.Test;

/** Others are asked while files are rebuilt, and obeyed. */
class VerdictsOnTheWayTest extends VerdictFixture {

    private static final Organisation CITY = new Organisation("midori-city");
    private static final Actor GATEWAY = Actor.service("mail-gateway");
    private static final String GOOD = "MEMO\nhello\n";
    private static final String EVIL = "MEMO\nhello\nevil\n";

    private final Path outputs = Path.of("out");

    private int sanitize(Path file, Path policy) {
        return kiyome("sanitize", file, "-o", folder.resolve(outputs), "--policy", policy, "--json", "--force");
    }

    private boolean cameOut(String name) {
        return Files.exists(folder.resolve(outputs).resolve(name));
    }

    @Test
    void aThreatIsBlockedThoughItCouldBeRebuilt() {
        Path policy = lists(GOOD, "other", "");
        assertThat(sanitize(file("a.memo", GOOD), policy)).isEqualTo(11);
        assertThat(out()).contains("\"verdict.threat\"").contains(sha256(GOOD)).contains("lists: Known.Bad");
        assertThat(cameOut("a.memo")).isFalse();
        assertThat(sanitize(file("b.memo", EVIL), policy)).isZero();
        assertThat(cameOut("b.memo")).isTrue();
    }

    @Test
    void anOutputIsAskedAboutWhereThePolicySaysSo() {
        assertThat(sanitize(file("a.memo", EVIL), lists(GOOD, "other", ""))).isZero();
        assertThat(sanitize(file("b.memo", EVIL), lists(GOOD, "other", "  outputs: yes\n")))
                .isEqualTo(11);
        assertThat(out()).contains("\"verdict.threat\"");
        assertThat(cameOut("b.memo")).isFalse();
    }

    @Test
    void whatASourceHasNotScannedGoesByThePolicy() {
        Path file = file("a.memo", GOOD);
        assertThat(sanitize(file, clamdAway(""))).isEqualTo(9);
        assertThat(out()).contains("\"verdict.held\"").contains("source-down");
        assertThat(cameOut("a.memo")).isFalse();
        assertThat(sanitize(file, clamdAway("  on: {source-down: block}\n"))).isEqualTo(11);
        assertThat(out()).contains("\"verdict.not-scanned\"");
        assertThat(cameOut("a.memo")).isFalse();
        assertThat(sanitize(file, clamdAway("  originals: no\n"))).isZero();
        assertThat(out()).doesNotContain("verdict.");
        assertThat(sanitize(file, clamdAway("  on: {source-down: go-on}\n"))).isZero();
        assertThat(out()).contains("\"verdict.not-scanned\"");
        assertThat(cameOut("a.memo")).isTrue();
    }

    @Test
    void theLevelsOfAPolicyAreReadOneAfterTheOther() {
        Path system = clamdAway("  outputs: yes\nlets: {verdicts.on.source-down: yes}\n");
        Path city = file("city.yaml", "version: 1\nverdicts:\n  on: {source-down: block}\n");
        Path group = file("group.yaml", "version: 1\nlimits: {depth: 3}\n");
        Path file = file("a.memo", GOOD);
        assertThat(kiyome("policy", "check", system, city)).isZero();
        assertThat(kiyome("sanitize", file, "-o", folder.resolve(outputs), "--policy", system, "--policy", city))
                .isEqualTo(11);
        assertThat(kiyome("policy", "check", system, city, group)).isEqualTo(20);
        assertThat(err()).contains("group.yaml:2:").contains("limits.depth: the level above does not let this");
        assertThat(kiyome("policy", "check", city, system)).isEqualTo(20);
        assertThat(err()).contains("away.yaml:4:");
    }

    private Item only(Store store) {
        List<Hit> hits = store.items().search(CITY, Criteria.any(), 10);
        assertThat(hits).hasSize(1);
        return store.items().find(CITY, hits.getFirst().id()).orElseThrow();
    }

    @Test
    void opinionsAreKeptWithTheItemOfAStore() throws IOException {
        Path place = Files.createDirectories(folder.resolve("store"));
        try (Store store = Store.open(StoreSettings.in(place), Instant::now)) {
            store.organisations().enrol(CITY, GATEWAY);
        }
        Path file = file("in/a.memo", GOOD);
        Path policy = clamdAway("");
        assertThat(kiyome("reprocess", "--store", place, "--from", "folder:" + file.getParent(), "--policy", policy))
                .isEqualTo(9);
        try (Store store = Store.open(StoreSettings.in(place), Instant::now)) {
            assertThat(only(store).state()).isEqualTo(State.HELD);
            Assessment said = only(store).assessments().getFirst();
            assertThat(said.source()).isEqualTo("clamav");
            assertThat(said.sha256()).isEqualTo(sha256(GOOD));
            assertThat(said.opinion()).isInstanceOfSatisfying(Opinion.NotScanned.class, not -> assertThat(not.why())
                    .startsWith("source-down"));
        }
        assertThat(kiyome("reprocess", "--store", place, "--policy", lists(GOOD, "other", "")))
                .isEqualTo(11);
        try (Store store = Store.open(StoreSettings.in(place), Instant::now)) {
            assertThat(only(store).conclusion().orElseThrow().root().reason()).isEqualTo("verdict.threat");
            assertThat(only(store).assessments())
                    .extracting(Assessment::opinion)
                    .last()
                    .isEqualTo(new Opinion.Threat("Known.Bad"));
            assertThat(only(store).assessments().getLast().version()).matches("[0-9a-f]{16}/[0-9a-f]{16}");
            assertThat(store.items()
                            .search(CITY, Criteria.where().threat("lists").build(), 10))
                    .hasSize(1);
            assertThat(store.check().check(CITY, GATEWAY).clean()).isTrue();
        }
    }
}
