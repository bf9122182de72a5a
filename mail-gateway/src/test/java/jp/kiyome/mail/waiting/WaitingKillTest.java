package jp.kiyome.mail.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import jp.kiyome.bridge.server.StandInCape;
import jp.kiyome.mail.fixture.FakeHop;
import jp.kiyome.mail.fixture.House;
import jp.kiyome.mail.fixture.Talker;
import jp.kiyome.quarantine.item.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway is killed (SIGKILL) while a mail of its waits for a sandbox. The sandbox is a stand-in. */
class WaitingKillTest {

    @TempDir
    Path folder;

    private final FakeHop hop = new FakeHop();
    private final StandInCape cape = new StandInCape();

    private Process start(String how) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WaitingProcess.class.getName(),
                        folder.toString(),
                        "" + hop.port(),
                        cape.uri().toString(),
                        how)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Has it take a mail, on which the sandbox is at work. */
    private static void send(BufferedReader says) throws IOException {
        int port = 0;
        for (String line = says.readLine(); line != null && port == 0; line = port == 0 ? says.readLine() : line) {
            port = line.startsWith("port ") ? Integer.parseInt(line.substring(5)) : 0;
        }
        try (Talker client = Talker.greeted(port)) {
            assertThat(client.mail("s@sender.example", House.MAIL, "x@a.example"))
                    .startsWith("250");
        }
    }

    private static void kill(Process process) {
        process.toHandle().destroyForcibly();
        process.onExit().join();
        assertThat(process.exitValue()).as("killed, not ended").isEqualTo(137);
    }

    private void finds() {
        cape.report = WaitingMailTest.report(House.MAIL, "0");
        cape.state = "reported";
        cape.looksUntilThen = 0;
    }

    private void isAtWork() {
        cape.state = "running";
    }

    /** Another gateway goes on with what the killed one has left. */
    private void goesOn(InstantSource clock) throws InterruptedException {
        try (WaitingHouse house =
                new WaitingHouse(folder, hop.port(), cape.uri(), WaitingHouse.Said.usual(), clock).watching()) {
            await(() -> house.isDone(State.DELIVERED));
            assertThat(house.items()).hasSize(1);
            assertThat(house.store()
                            .check()
                            .check(WaitingHouse.CITY, WaitingMailTest.WHO)
                            .faults())
                    .isEmpty();
            assertThat(house.store()
                            .trail()
                            .verify(WaitingHouse.CITY, WaitingMailTest.WHO, List.of())
                            .faults())
                    .isEmpty();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("it takes too long").isBefore(end);
            Thread.sleep(20);
        }
    }

    @Test
    void aMailThatWaitsOutlivesTheGatewayAndArrivesOnce() throws Exception {
        isAtWork();
        Process process = start("all");
        try (BufferedReader says = process.inputReader(StandardCharsets.UTF_8)) {
            send(says);
            kill(process);
            assertThat(hop.taken()).isEmpty();
            finds();
            goesOn(InstantSource.system());
            assertThat(hop.taken()).hasSize(1);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void whatIsSettledAndNotCarriedOutIsCarriedOutOnce() throws Exception {
        isAtWork();
        Process process = start("settle");
        try (BufferedReader says = process.inputReader(StandardCharsets.UTF_8)) {
            send(says);
            finds();
            assertThat(says.lines().anyMatch("settled"::equals)).isTrue();
            kill(process);
            assertThat(hop.taken()).isEmpty();
            // The sandbox is not asked again: what it has said stands.
            cape.close();
            goesOn(InstantSource.system());
            assertThat(hop.taken()).hasSize(1);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The one moment at which a mail may come twice: the next hop has it, and nobody could note that. */
    @Test
    void whatWasHandedOverAndNotNotedComesAtMostTwice() throws Exception {
        isAtWork();
        Process process = start("all");
        try (BufferedReader says = process.inputReader(StandardCharsets.UTF_8)) {
            hop.whenTaken = () -> kill(process);
            send(says);
            finds();
            await(() -> !process.isAlive());
            hop.whenTaken = () -> {};
            assertThat(hop.taken()).hasSize(1);
            // The killed one's claim has to end first.
            goesOn(InstantSource.offset(InstantSource.system(), Duration.ofHours(1)));
        } finally {
            process.destroyForcibly();
        }
        assertThat(hop.taken()).hasSizeBetween(1, 2);
    }

    @AfterEach
    void close() {
        hop.close();
        cape.close();
    }
}
