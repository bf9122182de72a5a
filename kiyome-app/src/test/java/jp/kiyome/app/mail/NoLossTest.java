package jp.kiyome.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Uniquely numbered mails, a next hop that does whatever mail servers do, a gateway that is killed again and again, a disk that is full now
 * and then: each mail arrives, or is in the store, or was refused to who sent it. {@code -Dkiyome.mail.numbers=10000} for the long run,
 * which is shorter with {@code -Dkiyome.mail.options} that let the gateway start faster.
 */
class NoLossTest {

    private static final int NUMBERS = Integer.getInteger("kiyome.mail.numbers", 120);
    private static final boolean LONG = NUMBERS > 200;
    private static final Duration BETWEEN_KILLS = LONG ? Duration.ofSeconds(5) : Duration.ofSeconds(2);
    private static final int CLIENTS = 8;
    private static final int MOST_STARTS_IN_VAIN = 20;
    private static final String[] OPTIONS = Stream.of("-Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "
                    + System.getProperty("kiyome.mail.options", ""))
            .flatMap(all -> Stream.of(all.strip().split(" ")))
            .toArray(String[]::new);

    /** A short run is over soon; a long one is killed as long as it lasts. */
    private static final int MOST_KILLS = LONG ? Integer.MAX_VALUE : 2;

    @TempDir
    Path folder = Path.of("");

    private int port;
    private Optional<TroubledHop> started = Optional.empty();
    private Optional<ServeProcess> running = Optional.empty();
    private Optional<SmallDisk> disk = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        // In this order: a port that is free now could be the one that the next hop gets.
        started = Optional.of(new TroubledHop());
        port = ServeProcess.freePort();
    }

    @AfterEach
    void stop() throws IOException {
        running.ifPresent(ServeProcess::close);
        started.orElseThrow().close();
        disk.ifPresent(SmallDisk::close);
    }

    private TroubledHop hop() {
        return started.orElseThrow();
    }

    private Path store() {
        return folder.resolve("disk").resolve("store");
    }

    private ServeProcess launch() throws IOException {
        Path settings = Files.writeString(
                folder.resolve("gateway.yaml"), """
                name: gw.example.invalid
                listen: {address: 127.0.0.1, port: %1$d}
                store: %2$s
                handling: {files-at-a-time: 1, wait: 2s, next-hop-time: 3s, connect-time: 2s, cool-down: 100ms}
                organisations:
                  city-a: {domains: [city-a.example], next-hops: [{host: 127.0.0.1, port: %3$d}]}
                  city-b: {domains: [city-b.example], next-hops: [{host: 127.0.0.1, port: %3$d}]}
                """.formatted(port, store(), hop().port()), StandardCharsets.UTF_8);
        ServeProcess serve = ServeProcess.start(settings, port, folder.resolve("gateway.log"), OPTIONS);
        running = Optional.of(serve);
        return serve;
    }

    @Test
    void whateverHappensToTheGatewayNoMailIsLost() throws Exception {
        Files.createDirectories(folder.resolve("disk"));
        if (LONG) {
            disk = Optional.of(SmallDisk.mount(folder.resolve("disk"), 600));
        }
        Postman postman = new Postman(port);
        postman.give(0, NUMBERS);
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(postman.walk());
        }
        long begin = System.nanoTime();
        int kills = killedAgainAndAgain(
                postman, begin + Duration.ofSeconds(600 + 2L * NUMBERS).toNanos());
        clients.forEach(Thread::interrupt);
        running.orElseThrow().kill();
        assertThat(postman.open()).as(log()).isZero();
        Reckoning reckoning = Reckoning.of(store());
        tell(postman, reckoning, kills, System.nanoTime() - begin);
        assertThat(reckoning.lost(postman, hop())).isEmpty();
        assertThat(reckoning.faults()).isEmpty();
        assertThat(hop().mixedUp()).isEmpty();
        assertThat(kills).isPositive();
        // A kill between the next hop's yes and ours makes a duplicate of what was on its way just then, and nothing
        // else does.
        assertThat(Reckoning.duplicates(hop())).isLessThanOrEqualTo(Math.max(NUMBERS / 100, 2L * kills));
    }

    /**
     * Until every mail was answered for; a gateway that went away by itself is started again, as a service manager would. In a long run the
     * disk is full before every fourth kill, and after every eighth.
     */
    private int killedAgainAndAgain(Postman postman, long deadline) throws Exception {
        int kills = 0;
        int inVain = 0;
        ServeProcess serve = launch();
        while (postman.open() > 0 && System.nanoTime() < deadline) {
            if (!serve.awaitAccepting()) {
                // It does not start on a full disk: somebody makes room.
                assertThat(++inVain).as(log()).isLessThan(MOST_STARTS_IN_VAIN);
                makeRoom();
                serve = launch();
                continue;
            }
            inVain = 0;
            // Killed while it works, not while its workers start.
            int before = postman.open();
            awaitTrue(Duration.ofSeconds(30), () -> postman.open() < before);
            if (disk.isPresent() && kills % 4 == 3) {
                disk.get().fill();
            }
            awaitTrue(BETWEEN_KILLS, () -> postman.open() == 0);
            if (postman.open() > 0 && kills < MOST_KILLS) {
                kills++;
                serve.kill();
                if (kills % 8 != 0) {
                    makeRoom();
                }
                serve = launch();
            }
        }
        return kills;
    }

    private void makeRoom() throws IOException {
        if (disk.isPresent()) {
            disk.get().empty();
        }
    }

    private void tell(Postman postman, Reckoning reckoning, int kills, long nanos) {
        System.out.printf(
                Locale.ROOT,
                "no loss: %d mails for %d addresses in %d s, %d kills; handed in again %d times; at the next hop %d, held %d, refused %d,"
                        + " lost %d, twice %d%n",
                NUMBERS,
                postman.accepted().size() + postman.refused().size(),
                nanos / 1_000_000_000,
                kills,
                postman.again(),
                hop().taken().size(),
                reckoning.held().size(),
                postman.refused().size(),
                reckoning.lost(postman, hop()).size(),
                Reckoning.duplicates(hop()));
    }

    /** Mails that need the store, while it has no room: they stay with who sent them, and go through when there is room again. */
    @Test
    void onAFullDiskNothingIsAcceptedAndNothingLost() throws Exception {
        Path place = Files.createDirectories(folder.resolve("disk"));
        Assumptions.assumeTrue(
                SmallDisk.isPossible(place),
                "not allowed to mount a small disk: the gateway was not tried on a full one");
        SmallDisk small = SmallDisk.mount(place, 64);
        disk = Optional.of(small);
        Postman postman = new Postman(port);
        ServeProcess serve = launch();
        assertThat(serve.awaitAccepting()).as(log()).isTrue();
        Thread client = postman.walk();
        postman.give(0, 60);
        awaitTrue(Duration.ofSeconds(60), () -> postman.open() < 50);
        small.fill();
        int before = postman.again();
        awaitTrue(Duration.ofSeconds(60), () -> postman.again() > before + 20);
        assertThat(postman.open()).as(log()).isPositive();
        small.empty();
        awaitTrue(Duration.ofSeconds(90), () -> postman.open() == 0);
        client.interrupt();
        assertThat(postman.open()).as(log()).isZero();
        assertThat(serve.end()).isNotNegative();
        Reckoning reckoning = Reckoning.of(store());
        assertThat(reckoning.lost(postman, hop())).isEmpty();
        assertThat(reckoning.faults()).isEmpty();
    }

    private String log() throws IOException {
        Path log = folder.resolve("gateway.log");
        String all = Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
        return all.substring(Math.max(0, all.length() - 4_000));
    }

    private static void awaitTrue(Duration within, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + within.toNanos();
        while (!condition.call() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }
}
