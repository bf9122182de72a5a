package jp.kiyome.app.mail;

import static jp.kiyome.app.mail.ServedCity.CITY;
import static jp.kiyome.app.mail.ServedCity.TO;
import static jp.kiyome.app.mail.ServedCity.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import jp.kiyome.bridge.server.RealClamd;
import jp.kiyome.bridge.wire.Address;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Assessment;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Opinion;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody sends anything again, and yet who received what is known for a threat today is told: {@code kiyome serve} has asked again. */
class AskedAgainTest {

    private static final String OFTEN = "retro-hunt: {every: 1s, pause: 20ms}";

    @TempDir
    Path folder = Path.of("");

    private ServedCity city;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start() throws IOException {
        city = new ServedCity(folder);
    }

    @AfterEach
    void stop() throws IOException {
        city.close();
    }

    private static String sha256(String mail) {
        return Digest.of(HeapContent.of((mail + "\r\n").getBytes(StandardCharsets.UTF_8)))
                .sha256();
    }

    private long told(String threat, String mail) {
        return city.letters().stream()
                .filter(text -> text.contains(threat) && text.contains(TO) && text.contains(sha256(mail)))
                .count();
    }

    private static void signature(Path database, String name, String word) throws IOException {
        String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(database.resolve(name + ".ndb"), "Kiyome.Test." + name + ":0:*:" + hex + "\n");
    }

    private static void reload(RealClamd clamd) throws IOException {
        Address.Tcp tcp = (Address.Tcp) clamd.tcp();
        try (Socket socket = new Socket(tcp.host(), tcp.port())) {
            socket.getOutputStream().write("zRELOAD\0".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }

    @Test
    void whatNewSignaturesOfARealClamdKnowIsToldOnceAlsoOverAKill() throws Exception {
        assumeTrue(
                RealClamd.isInstalled(),
                "clamd is not installed: asking a real one again about delivered mail was not tried");
        String first = mail("the word of tomorrow");
        String second = mail("the word of the day after");
        Path directory = Files.createDirectories(folder.resolve("clamd"));
        try (RealClamd clamd = RealClamd.start(directory, "AlertExceedsMax yes")) {
            Address.Tcp tcp = (Address.Tcp) clamd.tcp();
            String policy = "verdicts:\n  sources:\n    clamav: {kind: clamd, address: \"tcp:" + tcp.host() + ":"
                    + tcp.port() + "\"}\n";
            try (ServeProcess serve = city.launch(policy, OFTEN)) {
                city.send(first);
                city.send(second);
                assertThat(city.hop.taken(TO)).hasSize(2);
                signature(directory.resolve("db"), "Tomorrow", "word of tomorrow");
                reload(clamd);
                city.awaitTrue(() -> told("Kiyome.Test.Tomorrow", first) == 1);
                serve.kill();
            }
            try (ServeProcess serve = city.launch(policy, OFTEN)) {
                signature(directory.resolve("db"), "DayAfter", "word of the day after");
                reload(clamd);
                // The first is asked about as often as the second meanwhile.
                city.awaitTrue(() -> told("Kiyome.Test.DayAfter", second) == 1);
                assertThat(serve.end()).isNotNegative();
            }
        }
        assertThat(told("Kiyome.Test.Tomorrow", first)).isOne();
        assertThat(told("Kiyome.Test.DayAfter", second)).isOne();
        assertThat(city.log().lines().filter(line -> line.contains("|verdict.later-threat|")))
                .hasSize(2)
                .anyMatch(line -> line.contains("fileHash=" + sha256(first)) && line.contains("duser=" + TO));
        assertKept(first, "Kiyome.Test.Tomorrow.UNOFFICIAL");
    }

    private void assertKept(String mail, String threat) throws IOException {
        try (Store store = city.store()) {
            Criteria hash = Criteria.where().sha256(sha256(mail)).build();
            Item item = store.items()
                    .find(CITY, store.items().search(CITY, hash, 10).getFirst().id())
                    .orElseThrow();
            assertThat(item.state()).isEqualTo(State.DELIVERED);
            assertThat(item.assessments()).singleElement().satisfies((Assessment said) -> {
                assertThat(said.opinion()).isEqualTo(new Opinion.Threat(threat));
                assertThat(said.version()).startsWith("ClamAV ");
            });
            assertThat(store.trail().notes(CITY, item.id()))
                    .filteredOn(note -> note.action().equals("item.later-threat"))
                    .hasSize(1);
            assertThat(store.check().check(CITY, Actor.service("test")).faults())
                    .isEmpty();
        }
    }

    @Test
    void aHashThatIsListedTodayIsToldOfWithoutBeingSentAgain() throws Exception {
        String mail = mail("hello");
        Path block = Files.writeString(folder.resolve("block.sha256"), "# nothing\n");
        Path allow = Files.writeString(folder.resolve("allow.sha256"), "# nothing\n");
        String policy =
                "verdicts:\n  sources:\n    lists: {kind: hash-list, block: " + block + ", allow: " + allow + "}\n";
        try (ServeProcess serve = city.launch(policy, OFTEN)) {
            city.send(mail);
            assertThat(city.hop.taken(TO)).hasSize(1);
            Path fresh = Files.writeString(folder.resolve("fresh"), sha256(mail) + " Known.Bad\n");
            Files.move(fresh, block, StandardCopyOption.ATOMIC_MOVE);
            city.awaitTrue(() -> told("Known.Bad", mail) == 1);
            assertThat(serve.end()).isNotNegative();
        }
        assertThat(city.hop.taken(TO)).hasSize(1);
        assertThat(told("Known.Bad", mail)).isOne();
    }
}
