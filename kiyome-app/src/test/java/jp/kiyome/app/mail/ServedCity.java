package jp.kiyome.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;

/** {@code kiyome serve} for one city, and the next hop behind it. */
final class ServedCity implements AutoCloseable {

    static final Organisation CITY = new Organisation("city-a");
    static final String TO = "x@city-a.example";
    static final String ADMINISTRATOR = "admin@city-a.example";

    final PlainHop hop;
    private final Path folder;
    private final int port;

    ServedCity(Path folder) throws IOException {
        this.folder = folder;
        this.hop = new PlainHop();
        this.port = ServeProcess.freePort();
    }

    /**
     * Starts it.
     *
     * @param policy what stands behind its version
     * @param more lines of the settings, before those of the organisation
     */
    ServeProcess launch(String policy, String more) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("policy.yaml"), "version: 1\n" + policy);
        Path settings = Files.writeString(
                folder.resolve("gateway.yaml"), """
                name: gw.example.invalid
                listen: {address: 127.0.0.1, port: %d}
                store: %s
                policy: %s
                handling: {files-at-a-time: 1}
                %s
                organisations:
                  city-a:
                    domains: [city-a.example]
                    next-hops: [{host: 127.0.0.1, port: %d}]
                    administrators: [admin@city-a.example]
                    keep: all
                    notices: {from: kiyome@city-a.example}
                """.formatted(port, folder.resolve("store"), file, more, hop.port()));
        ServeProcess serve = ServeProcess.start(
                settings,
                List.of("--receipts", "--key-dir", keys().toString()),
                port,
                folder.resolve("gateway.log"),
                "-Xmx256m");
        assertThat(serve.awaitAccepting()).as(log()).isTrue();
        return serve;
    }

    /** Lines that end with CRLF but for the last. */
    void send(String mail) throws IOException {
        try (Dialogue dialogue = new Dialogue(port)) {
            dialogue.ask("MAIL FROM:<s@sender.example>");
            dialogue.ask("RCPT TO:<" + TO + ">");
            dialogue.ask("DATA");
            assertThat(dialogue.ask(mail + "\r\n.")).as(log()).startsWith("250");
        }
    }

    /** A plain mail. */
    static String mail(String text) {
        return """
                From: s@sender.example
                To: x@city-a.example
                Subject: hello
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                %s""".formatted(text).replace("\n", "\r\n");
    }

    String log() {
        Path log = folder.resolve("gateway.log");
        try {
            return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitTrue(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as(log()).isLessThan(end);
            Thread.sleep(50);
        }
    }

    /** Where the key is that receipts are signed by. */
    Path keys() {
        return folder.resolve("keys");
    }

    /** While nobody serves. */
    Store store() throws IOException {
        return Store.open(StoreSettings.in(folder.resolve("store")), InstantSource.system());
    }

    /** Texts of the letters to the administrator. */
    List<String> letters() {
        return hop.taken(ADMINISTRATOR).stream()
                .map(mail -> mail.substring(mail.indexOf("\r\n\r\n") + 4))
                .map(body -> new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void close() throws IOException {
        hop.close();
    }
}
