package jp.kiyome.testcorpus.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Postfix configured as docs/mail.md has it, the gateway behind it as its filter, clamd and rspamd asked, and who it is for at the end. */
final class MailHouse implements AutoCloseable {

    private static final long PATIENCE_NANOS = 150_000_000_000L;
    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^Message-ID:\\s*<([a-z0-9-]+)@", Pattern.CASE_INSENSITIVE);
    private static final Pattern HELD = Pattern.compile("kiyome: (?:BLOCKED|LOCKED|GAVE_UP) ");

    private final Path folder;
    private final Map<String, ReceivedMail> arrived = new ConcurrentHashMap<>();
    private final AtomicInteger arrivals = new AtomicInteger();
    private final SmallMailServer end;
    private final Daemon clamd;
    private final Daemon rspamd;
    private final Daemon gateway;
    private final Postfix postfix;
    private final int in;

    MailHouse(Path folder) {
        this.folder = folder;
        end = SmallMailServer.start(this::take);
        clamd = Clamd.begin(folder.resolve("clamd"));
        rspamd = Rspamd.begin(folder.resolve("rspamd"));
        in = Daemon.freePort();
        int port = Daemon.freePort();
        int back = Daemon.freePort();
        gateway = KiyomeServe.begin(folder, port, settings(port, back), "off", List.of("-XX:TieredStopAtLevel=1"));
        postfix = Postfix.start(
                folder.resolve("postfix"),
                block("`main.cf`", port, back),
                block("`master.cf`", port, back),
                in,
                end.port());
        try {
            clamd.awaitAccepting();
            rspamd.awaitAccepting();
            gateway.awaitAccepting();
            await(() -> Daemon.accepts(in));
        } catch (IllegalStateException | AssertionError e) {
            close();
            throw e;
        }
    }

    static boolean isPossible() {
        return Postfix.isPossible() && Clamd.isInstalled() && Rspamd.isInstalled() && Files.exists(Readers.PERL_TOOLS);
    }

    private String settings(int port, int back) {
        try {
            Files.writeString(
                    folder.resolve("policy.yaml"), """
                    version: 1
                    verdicts:
                      sources:
                        clamav: {kind: clamd, address: 'unix:%s', time: 120s}
                        spam: {kind: rspamd, server: 'http://127.0.0.1:%d', suspicious: 100, time: 120s}
                      time: 2min
                    """.formatted(Clamd.socket(folder.resolve("clamd")), rspamd.port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return """
                name: gw.example.invalid
                listen: {address: 127.0.0.1, port: %d}
                trusted-peers: [127.0.0.1]
                store: %s/store
                policy: %s/policy.yaml
                handling: {wait: 60s}
                organisations:
                  city-a:
                    domains: [city-a.example]
                    next-hops: [{host: 127.0.0.1, port: %d, tls: never, xforward: yes}]
                """.formatted(port, folder, folder, back);
    }

    /** The block of docs/mail.md behind a word, with ports of this test. */
    static String block(String word, int gateway, int back) {
        try {
            String page = Files.readString(Path.of("../docs/mail.md"), StandardCharsets.UTF_8);
            int open = page.indexOf("```", page.indexOf(word)) + 4;
            return page.substring(open, page.indexOf("```", open))
                    .replace("10025", Integer.toString(gateway))
                    .replace("10026", Integer.toString(back));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String take(ReceivedMail mail) {
        Matcher id = MESSAGE_ID.matcher(mail.text());
        arrived.put(id.find() ? id.group(1) : "unnamed-" + arrivals.get(), mail);
        arrivals.incrementAndGet();
        return "250 taken";
    }

    void send(WireMail mail) throws IOException {
        try (MailClient client = new MailClient(in)) {
            assertThat(client.send("<s@sender.example>", List.of("<x@city-a.example>"), mail.bytes()))
                    .startsWith("250");
            client.ask("QUIT");
        }
    }

    /** Mails that the gateway has said it holds. */
    private int held() {
        return (int) HELD.matcher(gateway.said()).results().count();
    }

    /** Waits until each of so many mails has come to its end. */
    void awaitSettled(int mails) {
        await(() -> arrivals.get() + held() >= mails);
    }

    /** By their names. */
    Map<String, ReceivedMail> arrived() {
        return new HashMap<>(arrived);
    }

    Optional<ReceivedMail> arrived(String name) {
        return Optional.ofNullable(arrived.get(name));
    }

    String said() {
        return gateway.said();
    }

    /** Something that comes true. */
    private interface Condition {
        boolean holds();
    }

    private void await(Condition condition) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.holds()) {
            if (System.nanoTime() > until) {
                String log = postfix.log();
                throw new AssertionError(
                        gateway.said() + arrived.keySet() + log.substring(Math.max(0, log.length() - 3_000)));
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        postfix.close();
        gateway.close();
        rspamd.close();
        clamd.close();
        end.close();
    }
}
