package jp.kiyome.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import jp.kiyome.bridge.server.StandInCape;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others say of a mail after it came, through {@code kiyome serve} with the real handlers. The sandbox is a stand-in. */
class LaterVerdictsTest {

    private static final Organisation CITY = new Organisation("city-a");
    private static final String TO = "x@city-a.example";
    private static final String ADMINISTRATOR = "admin@city-a.example";
    private static final String MAIL = """
            From: s@sender.example
            To: x@city-a.example
            Subject: hello
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            hello""".replace("\n", "\r\n");
    private static final String SHA256 = Digest.of(HeapContent.of((MAIL + "\r\n").getBytes(StandardCharsets.UTF_8)))
            .sha256();

    @TempDir
    Path folder = Path.of("");

    private final StandInCape cape = new StandInCape();
    private PlainHop hop;
    private int port;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start() throws IOException {
        hop = new PlainHop();
        port = ServeProcess.freePort();
    }

    @AfterEach
    void stop() throws IOException {
        hop.close();
        cape.close();
    }

    private ServeProcess launch(String sources) throws IOException, InterruptedException {
        Path policy = Files.writeString(
                folder.resolve("policy.yaml"), "version: 1\nverdicts:\n  sources:\n    " + sources + "\n");
        Path settings = Files.writeString(
                folder.resolve("gateway.yaml"), """
                name: gw.example.invalid
                listen: {address: 127.0.0.1, port: %d}
                store: %s
                policy: %s
                handling: {files-at-a-time: 1}
                organisations:
                  city-a:
                    domains: [city-a.example]
                    next-hops: [{host: 127.0.0.1, port: %d}]
                    administrators: [admin@city-a.example]
                    keep: all
                    notices: {from: kiyome@city-a.example}
                """.formatted(port, folder.resolve("store"), policy, hop.port()));
        ServeProcess serve = ServeProcess.start(settings, port, folder.resolve("gateway.log"), "-Xmx256m");
        assertThat(serve.awaitAccepting()).as(log()).isTrue();
        return serve;
    }

    private void send() throws IOException {
        try (Dialogue dialogue = new Dialogue(port)) {
            dialogue.ask("MAIL FROM:<s@sender.example>");
            dialogue.ask("RCPT TO:<" + TO + ">");
            dialogue.ask("DATA");
            assertThat(dialogue.ask(MAIL + "\r\n.")).as(log()).startsWith("250");
        }
    }

    private String log() throws IOException {
        Path log = folder.resolve("gateway.log");
        return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    }

    private void awaitTrue(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as(log()).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private Store store() throws IOException {
        return Store.open(StoreSettings.in(folder.resolve("store")), InstantSource.system());
    }

    private static List<Item> items(Store store) {
        return store.items().search(CITY, Criteria.any(), 10).stream()
                .flatMap(hit -> store.items().find(CITY, hit.id()).stream())
                .toList();
    }

    @Test
    void aMailThatWaitsForASandboxOutlivesTheGatewayAndArrivesOnce() throws Exception {
        cape.state = "running";
        cape.looksUntilThen = 0;
        String sources = "sandbox: {kind: cape, mails: yes, server: \"" + cape.uri() + "\"}";
        try (ServeProcess serve = launch(sources)) {
            send();
            assertThat(hop.taken(TO)).isEmpty();
            serve.kill();
        }
        cape.report =
                "{\"target\": {\"category\": \"file\", \"file\": {\"sha256\": \"" + SHA256 + "\"}}, \"malscore\": 0}";
        cape.state = "reported";
        try (ServeProcess serve = launch(sources)) {
            awaitTrue(() -> !hop.taken(TO).isEmpty());
            assertThat(serve.end()).isNotNegative();
        }
        try (Store store = store()) {
            assertThat(items(store)).hasSize(1);
            assertThat(store.check().check(CITY, Actor.service("test")).faults())
                    .isEmpty();
        }
        assertThat(hop.taken(TO)).hasSize(1);
        assertThat(hop.taken(TO).getFirst()).contains("X-Kiyome-Sanitized: yes", "hello");
    }

    @Test
    void whoReceivedWhatIsAThreatTodayIsToldTheAdministratorOnce() throws Exception {
        Path block = Files.writeString(folder.resolve("block.sha256"), "# nothing\n");
        Path allow = Files.writeString(folder.resolve("allow.sha256"), "# nothing\n");
        String sources = "lists: {kind: hash-list, block: " + block + ", allow: " + allow + "}";
        try (ServeProcess serve = launch(sources)) {
            send();
            assertThat(hop.taken(TO)).hasSize(1);
            Path fresh = Files.writeString(folder.resolve("fresh"), SHA256 + " Known.Bad\n");
            Files.move(fresh, block, StandardCopyOption.ATOMIC_MOVE);
            send();
            awaitTrue(() -> alerts() == 1);
            send();
            assertThat(serve.end()).isNotNegative();
        }
        assertThat(hop.taken(TO)).as("it is delivered no more").hasSize(1);
        assertThat(alerts()).isEqualTo(1);
        assertThat(log().lines().filter(line -> line.contains("|verdict.later-threat|")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("CEF:0|Kiyome|Kiyome|", "fileHash=" + SHA256, "duser=" + TO, "Known.Bad"));
        try (Store store = store()) {
            Item delivered = items(store).stream()
                    .filter(item -> item.state() == State.DELIVERED)
                    .findFirst()
                    .orElseThrow();
            assertThat(store.trail().notes(CITY, delivered.id()))
                    .filteredOn(note -> note.action().equals("item.later-threat"))
                    .hasSize(1);
        }
    }

    /** Letters to the administrator that name threat and recipient. */
    private long alerts() {
        return hop.taken(ADMINISTRATOR).stream()
                .map(mail -> mail.substring(mail.indexOf("\r\n\r\n") + 4))
                .map(body -> new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8))
                .filter(text -> text.contains("Known.Bad") && text.contains(TO) && text.contains(SHA256))
                .count();
    }
}
