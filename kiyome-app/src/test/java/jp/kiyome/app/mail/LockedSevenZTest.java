package jp.kiyome.app.mail;

import static jp.kiyome.app.mail.ServedCity.CITY;
import static jp.kiyome.app.mail.ServedCity.TO;
import static jp.kiyome.app.mail.ServedCity.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A 7z file of which not even the names can be read without its password, which comes in another mail. */
class LockedSevenZTest {

    private static final Path SEVEN_Z = Path.of("/usr/bin/7z");
    private static final String PASSWORD = "Himitsu2026";
    private static final String INSIDE = "the minutes of the meeting";
    private static final Pattern ATTACHED =
            Pattern.compile("filename=\"?minutes\\.(7z|zip).*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)", Pattern.DOTALL);

    @TempDir
    Path folder = Path.of("");

    private ServedCity city;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start() throws IOException {
        assumeTrue(
                Files.isExecutable(SEVEN_Z),
                "7z is not installed: an archive whose names are locked was not tried in mail");
        city = new ServedCity(folder);
    }

    @AfterEach
    void stop() throws IOException {
        city.close();
    }

    private void sevenZ(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SEVEN_Z.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private byte[] locked() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("minutes.txt"), INSIDE);
        sevenZ("a", "-p" + PASSWORD, "-mhe=on", "minutes.7z", "minutes.txt");
        byte[] bytes = Files.readAllBytes(folder.resolve("minutes.7z"));
        assertThat(new String(bytes, StandardCharsets.UTF_16LE)).doesNotContain("minutes");
        return bytes;
    }

    private static String carrying(byte[] file) {
        String encoded = Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(file);
        return """
                From: s@sender.example
                To: x@city-a.example
                Subject: minutes
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                attached
                --b
                Content-Type: application/x-7z-compressed; name="minutes.7z"
                Content-Disposition: attachment; filename="minutes.7z"
                Content-Transfer-Encoding: base64

                %s
                --b--""".replace("\n", "\r\n").formatted(encoded);
    }

    @Test
    void itIsHeldAsLockedAndOpenedByThePasswordMail() throws Exception {
        byte[] file = locked();
        try (ServeProcess serve = city.launch("", "")) {
            city.send(carrying(file));
            assertThat(city.hop.taken(TO)).hasSize(1);
            assertThat(city.hop.taken(TO).getFirst())
                    .as("without the file")
                    .doesNotContain(Base64.getEncoder().encodeToString(file).substring(0, 60))
                    .doesNotContainPattern(ATTACHED);
            city.send(mail("PW: " + PASSWORD));
            city.awaitTrue(() -> city.hop.taken(TO).size() == 3);
            assertThat(serve.end()).isNotNegative();
        }
        assertThat(locks()).as("the one that came, and the one that was opened").containsExactlyInAnyOrder(true, false);
        Matcher attached = ATTACHED.matcher(city.hop.taken(TO).getLast());
        assertThat(attached.find()).as(city.hop.taken(TO).getLast()).isTrue();
        Path came = folder.resolve("came." + attached.group(1));
        Files.write(came, Base64.getMimeDecoder().decode(attached.group(2)));
        sevenZ("x", "-p" + PASSWORD, "-oout", came.toString());
        assertThat(folder.resolve("out/minutes.txt")).hasContent(INSIDE);
    }

    /** Whether a file in it is locked, of each item with a 7z file. */
    private List<Boolean> locks() throws IOException {
        try (Store store = city.store()) {
            return store.items().search(CITY, Criteria.any(), 10).stream()
                    .flatMap(hit -> store.items().find(CITY, hit.id()).stream())
                    .flatMap(item -> item.conclusion().stream())
                    .map(was -> was.root().all().toList())
                    .filter(parts -> parts.size() > 2)
                    .map(parts -> parts.stream().map(Part::verdict).anyMatch(Verdict.LOCKED::equals))
                    .toList();
        }
    }
}
