package jp.kiyome.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReprocessCommandTest extends CommandLineTest {

    private static final Organisation CITY = new Organisation("midori-city");
    private static final Actor GATEWAY = Actor.service("mail-gateway");

    private Path place;
    private Path files;

    @BeforeEach
    void anEmptyStoreAndAFolder() throws IOException {
        place = Files.createDirectories(folder.resolve("store"));
        try (Store store = Store.open(StoreSettings.in(place), Instant::now)) {
            store.organisations().enrol(CITY, GATEWAY);
        }
        file("in/good.memo", "MEMO\nhello\n");
        file("in/jokes.memo", "MEMO\nevil\n");
        file("in/locked.memo", "MEMO\nlocked\n");
        files = folder.resolve("in");
    }

    private int reprocess(Object... more) {
        Object[] words = new Object[more.length + 3];
        words[0] = "reprocess";
        words[1] = "--store";
        words[2] = place;
        System.arraycopy(more, 0, words, 3, more.length);
        return kiyome(words);
    }

    private List<Hit> items() throws IOException {
        try (Store store = Store.open(StoreSettings.in(place), Instant::now)) {
            assertThat(store.check().check(CITY, GATEWAY).clean()).isTrue();
            return store.items().search(CITY, Criteria.any(), 100);
        }
    }

    @Test
    void aFolderIsTakenInAndHeldAndAnotherPolicyChangesIt() throws IOException {
        assertThat(reprocess("--from", "folder:" + files, "--dry-run")).isEqualTo(10);
        assertThat(out()).contains("first", "locked.memo", "3 items");
        assertThat(err()).contains("nothing was written");
        assertThat(items()).isEmpty();

        assertThat(reprocess("--from", "folder:" + files)).isEqualTo(10);
        assertThat(items()).hasSize(3).allMatch(hit -> hit.state() == State.HELD);
        assertThat(reprocess("--from", "folder:" + files)).isZero();
        assertThat(out()).contains("done before under this version and this policy", "skipped 3");

        Path policy = file("policy.yaml", "version: 1\nfindings:\n  type.polyglot: block\n");
        assertThat(reprocess("--policy", policy, "--password", "himitsu", "--json"))
                .isEqualTo(11);
        assertThat(out().lines())
                .hasSize(3)
                .anyMatch(
                        line -> line.contains("\"result\":\"now-blocked\"") && line.contains("\"before\":\"rebuilt\""))
                .anyMatch(line -> line.contains("\"result\":\"better\"") && line.contains("\"after\":\"rebuilt\""))
                .anyMatch(line -> line.contains("\"result\":\"same\""));
        assertThat(err()).contains("midori-city: 3 items");
    }

    /** Files of a group and of no group, that nobody has processed yet. */
    private ItemId stored(String name, Group group, String text) throws IOException {
        try (Store store = Store.open(StoreSettings.in(place), Instant::now)) {
            Instant now = Instant.now();
            ItemId id = new ItemId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
            Arrival arrival = new Arrival(
                    id,
                    Kind.FILE,
                    group,
                    Untrusted.nothing(),
                    List.of(),
                    Untrusted.of(name),
                    now,
                    now.plus(Duration.ofDays(1)));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            store.items()
                    .accept(
                            CITY,
                            GATEWAY,
                            arrival,
                            store.blobs().stage(CITY, Area.ORIGINAL, new ByteArrayInputStream(bytes), bytes.length));
            store.items().move(CITY, GATEWAY, id, State.PROCESSING, "");
            Finding none = Finding.of("type.unknown", Action.BLOCKED, Location.wholeFile());
            Part part = new Part(
                    "1",
                    Untrusted.of(name),
                    Untrusted.of(name),
                    "memo",
                    Verdict.BLOCKED,
                    none.kind().code(),
                    Digest.of(new ByteArrayInputStream(bytes)),
                    Optional.empty(),
                    List.of(),
                    List.of());
            store.items().conclude(CITY, GATEWAY, id, new Conclusion(part, "0", "p", "{}", ""), List.of(), "");
            return id;
        }
    }

    private Path gateway(String policyOfTax) {
        Path all = file("all.yaml", "version: 1\nlets: {findings: yes}\n");
        Path tax = file("tax.yaml", policyOfTax);
        return file("gateway.yaml", """
                name: gw.example.invalid
                listen: {address: 127.0.0.1, port: 10025}
                store: %s
                policy: %s
                organisations:
                  midori-city:
                    domains: [midori.example]
                    next-hops: [{host: 127.0.0.1, port: 26}]
                    groups:
                      tax: {members: [tax@midori.example], policy: %s}
                """.formatted(place, all, tax));
    }

    @Test
    void withTheGatewaysSettingsEachItemIsJudgedUnderThePolicyOfItsGroup() throws IOException {
        ItemId tax = stored("tax.memo", new Group("tax"), "MEMO\nevil\n");
        ItemId gone = stored("gone.memo", new Group("gone"), "MEMO\nevil\n");
        ItemId whole = stored("whole.memo", Group.WHOLE, "MEMO\nevil\n");
        Path strict = gateway("version: 1\nfindings:\n  type.polyglot: block\n");
        assertThat(reprocess("--gateway", strict, "--dry-run", "--jail", "off")).isEqualTo(9);
        assertThat(out()).contains("better 2", "same 1");
        assertThat(reprocess("--gateway", strict, "--jail", "off")).isEqualTo(9);
        assertThat(verdicts()).isEqualTo(Map.of(tax, Verdict.BLOCKED, gone, Verdict.REBUILT, whole, Verdict.REBUILT));
        assertThat(reprocess("--gateway", strict, "--jail", "off")).isZero();
        assertThat(out()).contains("skipped 3");
        assertThat(reprocess("--gateway", gateway("version: 1\n"), "--jail", "off"))
                .isEqualTo(9);
        assertThat(out()).contains("better 1", "skipped 2");
        assertThat(verdicts().get(tax)).isEqualTo(Verdict.REBUILT);
    }

    private Map<ItemId, Verdict> verdicts() throws IOException {
        try (Store store = Store.open(StoreSettings.in(place), Instant::now)) {
            Map<ItemId, Verdict> all = new HashMap<>();
            for (Hit hit : store.items().search(CITY, Criteria.any(), 100)) {
                Item item = store.items().find(CITY, hit.id()).orElseThrow();
                all.put(hit.id(), item.conclusion().orElseThrow().root().verdict());
            }
            return all;
        }
    }

    @Test
    void settingsThatSayNothingOfAnOrganisationAreRefusedBeforeAnythingIsDone() throws IOException {
        stored("tax.memo", Group.WHOLE, "MEMO\nhello\n");
        Path other = gateway("version: 1\n");
        Files.writeString(other, text(other).replace("midori-city", "aoba-town"));
        assertThat(reprocess("--gateway", other)).isEqualTo(64);
        assertThat(err()).contains("midori-city");
        assertThat(reprocess("--gateway", gateway("version: 1\n"), "--policy", folder.resolve("all.yaml")))
                .isEqualTo(64);
        assertThat(reprocess("--gateway", file("wrong.yaml", "name: x\n"))).isEqualTo(20);
        assertThat(verdicts().values()).containsExactly(Verdict.BLOCKED);
    }

    @Test
    void progressIsDrawnOnATerminalAlone() {
        terminal = true;
        assertThat(reprocess("--from", "folder:" + files, "--dry-run")).isEqualTo(10);
        assertThat(err()).contains("\r\u001B[K[");
        terminal = false;
        assertThat(reprocess("--from", "folder:" + files, "--dry-run")).isEqualTo(10);
        assertThat(err()).doesNotContain("\u001B");
    }

    @Test
    void whatIsNotUnderstoodIsRefusedBeforeAnythingIsDone() throws IOException {
        assertThat(reprocess("--from", "tape:" + files)).isEqualTo(64);
        assertThat(reprocess("--outcome", "fine")).isEqualTo(64);
        assertThat(reprocess("--since", "yesterday")).isEqualTo(64);
        assertThat(reprocess("--group", "\u0000")).isEqualTo(64);
        assertThat(reprocess("--worker")).isEqualTo(64);
        assertThat(reprocess("--tries", "0")).isEqualTo(64);
        assertThat(reprocess("--broker", folder.resolve("none"))).isEqualTo(13);
        assertThat(reprocess("--from", "folder:" + folder.resolve("none"))).isEqualTo(13);
        assertThat(reprocess("--organisation", "other")).isEqualTo(64);
        assertThat(items()).isEmpty();
    }

    @Test
    void nothingSelectedIsNothingDone() {
        assertThat(reprocess("--until", "2001-01-01")).isZero();
        assertThat(out()).contains("0 items");
    }
}
