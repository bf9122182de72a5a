package jp.kiyome.testcorpus.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real Postfix that hears of each recipient by itself (RFC 2033), configured as docs/mail.md says. */
class PostfixLmtpTest {

    private static final long PATIENCE_NANOS = 180_000_000_000L;

    private final List<ReceivedMail> arrived = new CopyOnWriteArrayList<>();
    private Path folder = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        Assumptions.assumeTrue(Postfix.isPossible(), "not root, or no Postfix: LMTP was not tried with a real server");
        folder = Daemon.readable(Files.createTempDirectory("kiyome-lmtp-"));
    }

    @AfterEach
    void remove() throws IOException {
        if (!folder.toString().isEmpty()) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    @Test
    void whatOneNextHopRefusesComesBackAndTheOtherHasItOnce() throws IOException {
        int in = Daemon.freePort();
        int port = Daemon.freePort();
        int back = Daemon.freePort();
        try (SmallMailServer takes = SmallMailServer.start(this::take);
                SmallMailServer refuses = SmallMailServer.start(mail -> "550 5.1.1 nobody");
                Daemon gateway = KiyomeServe.begin(
                        folder,
                        port,
                        settings(port, takes.port(), refuses.port()),
                        "off",
                        List.of("-XX:TieredStopAtLevel=1"));
                Postfix postfix = Postfix.start(
                        folder.resolve("postfix"),
                        MailHouse.block("`main.cf`", port, back) + "relay_domains = city-a.example, city-b.example\n",
                        lmtp(MailHouse.block("`master.cf`", port, back)),
                        in,
                        takes.port())) {
            gateway.awaitAccepting();
            await(() -> Daemon.accepts(in), postfix);
            WireMail mail = WireMail.of("both", "both", """
                    Content-Type: text/plain; charset=us-ascii

                    Hello.
                    """);
            try (MailClient client = new MailClient(in)) {
                List<String> to = List.of("<x@city-a.example>", "<y@city-b.example>");
                assertThat(client.send("<s@sender.example>", to, mail.bytes())).startsWith("250");
                client.ask("QUIT");
            }
            await(() -> postfix.log().contains("status=bounced") && !arrived.isEmpty(), postfix);
            assertThat(postfix.log())
                    .containsPattern("/lmtp\\[.*to=<x@city-a.example>.*status=sent \\(250 2.0.0 Ok")
                    .containsPattern("/lmtp\\[.*to=<y@city-b.example>.*status=bounced .*550 5.1.1 nobody");
        }
        assertThat(arrived).singleElement().satisfies(mail -> assertThat(mail.to())
                .containsExactly("<x@city-a.example>"));
    }

    /** As the page says: this word in the place of the other. */
    private static String lmtp(String master) {
        return master.replaceFirst(" smtp\n", " lmtp\n").replace("-o smtp_", "-o lmtp_");
    }

    private String settings(int port, int takes, int refuses) {
        return """
                name: gw.example.invalid
                listen: {address: 127.0.0.1, port: %d, protocol: lmtp}
                trusted-peers: [127.0.0.1]
                store: %s/store
                organisations:
                  city-a: {domains: [city-a.example], next-hops: [{host: 127.0.0.1, port: %d, tls: never}]}
                  city-b: {domains: [city-b.example], next-hops: [{host: 127.0.0.1, port: %d, tls: never}]}
                """.formatted(port, folder, takes, refuses);
    }

    /** Not what Postfix writes to the sender. */
    private String take(ReceivedMail mail) {
        if (mail.from().startsWith("<s@")) {
            arrived.add(mail);
        }
        return "250 taken";
    }

    private static void await(BooleanSupplier condition, Postfix postfix) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError(postfix.log());
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
