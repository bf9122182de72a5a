package jp.kiyome.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.mail.fixture.House;
import jp.kiyome.mail.fixture.Talker;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {

    @TempDir
    Path folder;

    private House house(String limits) {
        return new House(folder, text -> text.replace("organisations:", "limits: {" + limits + "}\norganisations:"));
    }

    @Test
    void whatIsAnnouncedTooLargeIsRefusedAtOnce() {
        try (House house = house("size: 2KiB");
                Talker client = house.client()) {
            assertThat(client.ask("MAIL FROM:<s@sender.example> SIZE=2049")).startsWith("552 5.3.4");
            assertThat(client.ask("MAIL FROM:<s@sender.example> SIZE=99999999999999999999"))
                    .startsWith("555");
            assertThat(client.ask("MAIL FROM:<s@sender.example> SIZE=2048")).startsWith("250");
        }
    }

    @Test
    void whatLiedAboutItsSizeIsReadToItsEndAndRefused() {
        try (House house = house("size: 2KiB");
                Talker client = house.client()) {
            assertThat(client.mail("s@sender.example", House.MAIL + "x".repeat(3_000), "x@a.example"))
                    .startsWith("552 5.3.4");
            assertThat(client.mail("s@sender.example", House.MAIL, "x@a.example"))
                    .startsWith("250");
            assertThat(house.a.taken()).hasSize(1);
        }
    }

    @Test
    void aMailOfExactlyTheLimitIsTaken() {
        try (House house = house("size: 2KiB");
                Talker client = house.client()) {
            String mail = House.MAIL + "x".repeat(2_048 - House.MAIL.length() - 2);
            assertThat(client.mail("s@sender.example", mail, "x@a.example")).startsWith("250");
            assertThat(client.mail("s@sender.example", mail + "x", "x@a.example"))
                    .startsWith("552");
        }
    }

    @Test
    void onlySoManyRecipientsAreTaken() {
        try (House house = house("recipients: 2");
                Talker client = house.client()) {
            client.ask("MAIL FROM:<s@sender.example>");
            assertThat(client.ask("RCPT TO:<1@a.example>")).startsWith("250");
            assertThat(client.ask("RCPT TO:<2@a.example>")).startsWith("250");
            assertThat(client.ask("RCPT TO:<3@a.example>")).startsWith("452 4.5.3");
        }
    }

    @Test
    void aLineWithoutEndIsCutOff() {
        try (House house = house("size: 2KiB");
                Talker client = house.client()) {
            assertThat(client.raw("NOOP " + "x".repeat(5_000)).reply()).startsWith("500 5.5.2");
        }
    }

    @Test
    void aClientThatOnlyErrsIsSentAway() {
        try (House house = house("errors: 3");
                Talker client = house.client()) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.ask("NONSENSE")).startsWith("502");
            }
            assertThat(client.ask("NONSENSE")).startsWith("421");
            assertThat(client.reply()).isEmpty();
        }
    }

    @Test
    void aSilentClientIsSentAway() {
        try (House house = house("idle: 200ms");
                Talker client = house.client()) {
            assertThat(client.reply()).startsWith("421 4.4.2");
        }
    }

    /** A byte now and then keeps a connection from being idle, but not from being slow. */
    @Test
    void aClientThatDribblesIsSentAway() throws InterruptedException {
        try (House house = house("idle: 20s, data: 600ms");
                Talker client = house.client()) {
            client.ask("MAIL FROM:<s@sender.example>");
            client.ask("RCPT TO:<x@a.example>");
            client.ask("DATA");
            Thread dribble = Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < 1_000; i++) {
                        client.raw("x");
                        Thread.sleep(20);
                    }
                } catch (RuntimeException | InterruptedException cutOff) {
                    // As it should be.
                }
            });
            assertThat(client.reply()).startsWith("421 4.4.2");
            dribble.interrupt();
            dribble.join();
            assertThat(house.a.taken()).isEmpty();
        }
    }

    @Test
    void connectionsOfOneAddressAreCounted() {
        try (House house = house("connections-per-peer: 2");
                Talker one = house.client();
                Talker two = house.client()) {
            try (Talker three = new Talker(house.port())) {
                assertThat(three.reply()).startsWith("421 4.7.0");
            }
            assertThat(one.ask("NOOP")).startsWith("250");
            assertThat(two.ask("NOOP")).startsWith("250");
        }
    }

    @Test
    void aThousandIdleClientsDelayNobody() {
        Assumptions.assumeTrue(
                mostOpenFiles() > 4_000,
                "this process may not open 4,000 files: a thousand idle clients were not tried");
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        try (House house = house("connections-per-peer: 1100")) {
            List<Talker> idle = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                idle.add(house.client());
            }
            long start = System.nanoTime();
            try (Talker client = house.client()) {
                assertThat(client.mail("s@sender.example", House.MAIL, "x@a.example"))
                        .startsWith("250");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
            assertThat(house.server().clients()).isGreaterThanOrEqualTo(1_000);
            assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threads + 100);
            assertThat(idle.getLast().ask("NOOP")).startsWith("250");
            idle.forEach(Talker::close);
        }
    }

    private static long mostOpenFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : 0;
    }

    @Test
    void aMailThatWentInCirclesIsRefused() {
        try (House house = house("received: 3");
                Talker client = house.client()) {
            assertThat(client.mail("s@sender.example", "Received: x\r\n".repeat(3) + House.MAIL, "x@a.example"))
                    .startsWith("250");
            assertThat(client.mail("s@sender.example", "RECEIVED: x\r\n".repeat(4) + House.MAIL, "x@a.example"))
                    .startsWith("554 5.4.6");
        }
    }
}
