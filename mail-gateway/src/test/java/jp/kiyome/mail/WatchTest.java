package jp.kiyome.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.mail.fixture.FakeHop;
import jp.kiyome.mail.fixture.House;
import jp.kiyome.mail.fixture.Talker;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.mail.watch.Meters;
import jp.kiyome.mail.watch.WatchServer;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.waiting.Claim;
import jp.kiyome.quarantine.waiting.End;
import jp.kiyome.quarantine.waiting.Waiter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator's programs are told over HTTP. */
class WatchTest {

    @TempDir
    Path folder;

    private final AtomicBoolean well = new AtomicBoolean(true);
    private House house;
    private WatchServer watch;

    @BeforeEach
    void open() throws IOException {
        house = new House(folder, UnaryOperator.identity());
        Meters meters = new Meters(
                house.gateway().figures(),
                house.server(),
                house.letters,
                house.unlocking(),
                () -> house.store().waiting().count(new Organisation("city-a")),
                () -> house.store().items().count(new Organisation("city-a"), State.HELD));
        watch = WatchServer.start(new GatewaySettings.Watching("127.0.0.1", 0), meters, well::get);
    }

    @AfterEach
    void close() {
        watch.close();
        house.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + watch.port() + path);
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void whatWaitsForAVerdictIsCountedUntilItHasOne() throws Exception {
        Organisation city = new Organisation("city-a");
        ItemId item = ItemId.at(1);
        Claim claim = new Claim("cape", "7", "0".repeat(64), "0".repeat(64));
        house.store().waiting().hold(city, new Waiter(item, Group.WHOLE, List.of(claim), "GO_ON", "", Instant.now()));
        assertThat(get("/metrics").body().lines()).contains("kiyome_mail_waiting 1.0");
        house.store()
                .waiting()
                .settle(city, new End(item, "GO_ON", "ANSWERED", Untrusted.nothing(), List.of(""), Instant.now()));
        assertThat(get("/metrics").body().lines()).contains("kiyome_mail_waiting 0.0");
    }

    @Test
    void healthIsToldWhileMailIsTaken() throws Exception {
        assertThat(get("/health").statusCode()).isEqualTo(200);
        assertThat(get("/health").body()).isEqualTo("ok\n");
        well.set(false);
        assertThat(get("/health").statusCode()).isEqualTo(503);
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void theFiguresAreThoseOfTheMailsThatCame() throws Exception {
        try (Talker client = house.client()) {
            client.mail("s@sender.example", House.MAIL, "x@a.example");
            client.mail("s@sender.example", "X-Stub: block\r\n" + House.MAIL, "x@a.example");
            house.a.behave(FakeHop.Manner.SAY_LATER);
            client.mail("s@sender.example", House.MAIL, "x@a.example");
            house.a.behave(FakeHop.Manner.SAY_NEVER);
            client.mail("s@sender.example", House.MAIL, "x@a.example");
            String told = get("/metrics").body();
            assertThat(told.lines())
                    .contains(
                            "kiyome_mail_received_total 4.0",
                            "kiyome_mail_answers_total{answer=\"accepted\"} 2.0",
                            "kiyome_mail_answers_total{answer=\"deferred\"} 1.0",
                            "kiyome_mail_answers_total{answer=\"refused\"} 1.0",
                            "kiyome_mail_held_total 1.0",
                            "kiyome_mail_next_hop_errors_total 2.0",
                            "kiyome_mail_waiting 0.0",
                            "kiyome_mail_held_items 1.0",
                            "kiyome_mail_verdicts_total{verdict=\"rebuilt\"} 3.0",
                            "kiyome_mail_verdicts_total{verdict=\"blocked\"} 1.0",
                            "kiyome_mail_findings_total{code=\"type.not-supported\"} 1.0",
                            "kiyome_mail_clients 1.0");
            assertThat(told)
                    .contains("kiyome_mail_rebuild_seconds_total ", "kiyome_mail_deliver_seconds_total ")
                    .doesNotContain("sender.example", "a.example", "hello");
        }
    }
}
