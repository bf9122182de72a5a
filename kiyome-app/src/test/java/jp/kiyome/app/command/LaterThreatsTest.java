package jp.kiyome.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.mail.notify.Desk;
import jp.kiyome.mail.notify.NoticeFigures;
import jp.kiyome.mail.settings.GatewayFile;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.outbox.Letter;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source calls something a threat that was delivered before. */
class LaterThreatsTest {

    private static final Organisation CITY = new Organisation("city-a");
    private static final Actor WHO = Actor.service("test");
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Verdict.Threat THREAT = new Verdict.Threat(Untrusted.of("Win.Test"));

    @TempDir
    Path folder;

    private final List<String> log = new ArrayList<>();

    private static GatewaySettings settings() {
        return GatewayFile.read("""
                name: gw.example
                listen: {address: 127.0.0.1, port: 10025}
                store: /var/lib/kiyome
                organisations:
                  city-a:
                    domains: [a.example]
                    next-hops: [{host: 127.0.0.1}]
                    administrators: [admin@a.example]
                    notices: {from: kiyome@a.example}
                """.getBytes(StandardCharsets.UTF_8));
    }

    private Store store() throws IOException {
        return Store.open(
                new StoreSettings(
                        new DatabaseSettings.Transient(),
                        folder.resolve("o"),
                        folder.resolve("c"),
                        folder.resolve("master.keys")),
                () -> NOW);
    }

    /** A mail to two, of which the file inside has a hash of its own. */
    private static void deliver(Store store, String bytes, Digest inside) throws IOException {
        ItemId id = ItemId.at(bytes.hashCode());
        Arrival arrival = new Arrival(
                id,
                Kind.MAIL,
                Group.WHOLE,
                Untrusted.of("s@sender.example"),
                List.of(Untrusted.of("x@a.example"), Untrusted.of("y@a.example")),
                Untrusted.of("hello"),
                NOW,
                NOW.plus(Duration.ofDays(1)));
        store.items().accept(CITY, WHO, arrival, staged(store, Area.ORIGINAL, bytes));
        store.items().move(CITY, WHO, id, State.PROCESSING, "");
        Staged output = staged(store, Area.CLEANED, "clean " + bytes);
        Part file = part("1.1", "minutes.docx", inside, Digest.of(in("clean file")), List.of());
        Part mail = part("1", "mail.eml", Digest.of(in(bytes)), output.digest(), List.of(file));
        store.items().conclude(CITY, WHO, id, new Conclusion(mail, "0", "p", "{}", ""), List.of(output), "");
        store.items().move(CITY, WHO, id, State.DELIVERED, "");
    }

    private static Part part(String path, String name, Digest input, Digest output, List<Part> nested) {
        return new Part(
                path,
                Untrusted.of(name),
                Untrusted.of(name),
                "eml",
                jp.kiyome.core.report.Verdict.REBUILT,
                "",
                input,
                Optional.of(output),
                List.of(),
                nested);
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Staged staged(Store store, Area area, String text) throws IOException {
        return store.blobs().stage(CITY, area, in(text), 1_000);
    }

    private List<Letter> letters(Store store) {
        return store.outbox().claim(CITY, NOW, Duration.ofHours(1), 10);
    }

    @Test
    void administratorsHearOnceWhoReceivedIt() throws IOException {
        try (Store store = store()) {
            store.organisations().enrol(CITY, WHO);
            Digest file = Digest.of(in("file"));
            deliver(store, "first", file);
            Desk desk = new Desk(
                    settings(),
                    store.outbox(),
                    FindingCatalogue.ofClassPath(),
                    notice -> {},
                    new NoticeFigures(),
                    () -> NOW);
            ThreatListener listener = LaterThreats.listener(CITY, store, desk, log::add, () -> NOW);
            listener.threat(file.sha256(), "clamd", THREAT);
            listener.threat(file.sha256(), "clamd", THREAT);
            Letter letter = letters(store).getFirst();
            assertThat(letter.recipient()).isEqualTo("admin@a.example");
            assertThat(text(letter)).contains("Win.Test", "x@a.example", "y@a.example", "minutes.docx");
            assertThat(letters(store)).isEmpty();
            assertThat(log).hasSize(2).allMatch(line -> line.startsWith("CEF:0|Kiyome"));
            deliver(store, "second", file);
            listener.threat(file.sha256(), "clamd", THREAT);
            assertThat(letters(store)).hasSize(1);
            listener.threat(Digest.of(in("unknown")).sha256(), "clamd", THREAT);
            assertThat(letters(store)).isEmpty();
        }
    }

    private static String text(Letter letter) {
        String body = letter.mail().substring(letter.mail().indexOf("\r\n\r\n") + 4);
        return new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
    }
}
