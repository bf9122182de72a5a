package jp.kiyome.mail.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.kiyome.bridge.asking.Verdicts;
import jp.kiyome.bridge.cache.CacheAges;
import jp.kiyome.bridge.policy.VerdictPolicy;
import jp.kiyome.bridge.policy.VerdictRules;
import jp.kiyome.bridge.rspamd.RspamdSettings;
import jp.kiyome.bridge.rspamd.RspamdSource;
import jp.kiyome.bridge.screening.ScreenedSanitizer;
import jp.kiyome.bridge.screening.Screening;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.mail.fixture.FakeHop;
import jp.kiyome.mail.fixture.House;
import jp.kiyome.mail.fixture.StubMail;
import jp.kiyome.mail.fixture.Talker;
import jp.kiyome.mail.rules.RuleSet;
import jp.kiyome.mail.server.SmtpServer;
import jp.kiyome.mail.settings.GatewayFile;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scanner that judges by where a mail comes from is told that, as the dialogue said it. It is a stand-in for rspamd. */
class ScannersHearTheEnvelopeTest {

    @TempDir
    Path folder;

    private final List<Headers> asked = new CopyOnWriteArrayList<>();

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        asked.add(exchange.getRequestHeaders());
        byte[] bytes =
                "{\"is_skipped\":false,\"score\":0.1,\"required_score\":15.0,\"action\":\"no action\",\"symbols\":{}}"
                        .getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Rebuilding rebuilding(VerdictSource spam, Verdicts verdicts) {
        VerdictPolicy.Named named = new VerdictPolicy.Named() {
            @Override
            public String name() {
                return "spam";
            }

            @Override
            public VerdictSource open() {
                return spam;
            }
        };
        VerdictPolicy policy = new VerdictPolicy(
                List.of(named),
                VerdictRules.usual(),
                CacheAges.usual(),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                true,
                false,
                false);
        Engine engine = new Engine(new Registry(List.of(new StubMail())), Policy.defaults(), content -> "");
        ScreenedSanitizer asking = new ScreenedSanitizer(new Screening(verdicts, policy, Policy.defaults()), engine);
        return new Rebuilding(
                asking,
                report -> "{}",
                report -> "",
                RuleSet.none(),
                Set.of("spam"),
                (choices, others) -> others ? asking : engine);
    }

    private void send(GatewaySettings settings, Rebuilding rebuilding) throws IOException {
        StoreSettings place = new StoreSettings(
                new DatabaseSettings.Transient(), folder.resolve("o"), folder.resolve("c"), folder.resolve("keys"));
        try (Store store = Store.open(place, InstantSource.system());
                Gateway gateway =
                        new Gateway(settings, store, part -> rebuilding, notice -> {}, InstantSource.system());
                SmtpServer server = SmtpServer.start(settings, gateway);
                Talker client = Talker.greeted(server.port())) {
            assertThat(client.ask("XFORWARD NAME=mx.sender.example ADDR=192.0.2.9 HELO=mx.sender.example"))
                    .startsWith("250");
            assertThat(client.mail("s@sender.example", House.MAIL, "x@a.example", "z@a.example", "y@b.example"))
                    .startsWith("250");
        }
    }

    private GatewaySettings settings(FakeHop a, FakeHop b) throws IOException {
        String text = "trusted-peers: [127.0.0.1]\n"
                + House.settings(folder, a.port(), b.port()).replace("port: 10025", "port: " + House.freePort());
        return GatewayFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void ofEachWayItsOwnRecipientsAndTheClientThatATrustedPeerNames() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/checkv2", this::answer);
        server.start();
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (FakeHop a = new FakeHop();
                FakeHop b = new FakeHop();
                RspamdSource spam = new RspamdSource(RspamdSettings.of("spam", uri));
                Verdicts verdicts =
                        new Verdicts(List.of(spam), Optional.empty(), Duration.ofSeconds(20), ThreatListener.none())) {
            send(settings(a, b), rebuilding(spam, verdicts));
            assertThat(a.taken()).hasSize(1);
            assertThat(b.taken()).hasSize(1);
        } finally {
            server.stop(0);
        }
        assertThat(asked).hasSize(2).allSatisfy(fields -> {
            assertThat(fields.get("From")).containsExactly("s@sender.example");
            assertThat(fields.get("IP")).containsExactly("192.0.2.9");
            assertThat(fields.get("Helo")).containsExactly("mx.sender.example");
        });
        assertThat(asked)
                .extracting(fields -> Set.copyOf(fields.getOrDefault("Rcpt", List.of())))
                .containsExactlyInAnyOrder(Set.of("x@a.example", "z@a.example"), Set.of("y@b.example"));
    }
}
