package jp.kiyome.testcorpus.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;
import jp.kiyome.testcorpus.Samples;
import jp.kiyome.testcorpus.Winmail;
import jp.kiyome.testcorpus.mail.MailVectors;
import jp.kiyome.testcorpus.picture.Png;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of mail between real servers, read by others than ourselves. */
class RealServersTest {

    private static final String SUBJECT = "会議の件";
    private static final String TEXT = "お世話になっております。\n添付の資料をご確認ください。\n";
    private static final String TAG = "[無害化済] ";
    private static final int PER_MAIL = 12;
    private static final byte[] PROGRAM = "MZ program".getBytes(StandardCharsets.US_ASCII);

    private static final Map<String, byte[]> ATTACHED = new TreeMap<>();
    private static final List<WireMail> SENT = new ArrayList<>();
    private static Path folder = Path.of("");
    private static Map<String, ReceivedMail> arrived = Map.of();
    private static Map<String, State> kept = Map.of();
    private static String said = "";

    @BeforeAll
    static void sendAll() throws IOException {
        Assumptions.assumeTrue(
                MailHouse.isPossible(),
                "not root, or no Postfix, clamd, rspamd or MIME::tools: the gateway was not tried between real servers");
        folder = Daemon.readable(Files.createTempDirectory("kiyome-servers-"));
        plain();
        attachments();
        hostile();
        try (MailHouse house = new MailHouse(folder)) {
            for (WireMail mail : SENT) {
                house.send(mail);
            }
            house.awaitSettled(SENT.size());
            arrived = house.arrived();
            said = house.said();
        }
        Map<String, State> states = new TreeMap<>();
        try (Store store = Store.open(StoreSettings.in(folder.resolve("store")), InstantSource.system())) {
            for (Hit hit : store.items().search(new Organisation("city-a"), Criteria.any(), 1_000)) {
                states.put(hit.title().unescaped(), hit.state());
            }
        }
        kept = states;
    }

    @AfterAll
    static void remove() throws IOException {
        if (!folder.toString().isEmpty()) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    private static void plain() {
        SENT.add(WireMail.of("plain", "plain", """
                X-Kiyome-Sanitized: forged
                X-MAIL-SANITIZED: forged
                Authentication-Results: gw.example.invalid; spf=forged
                Content-Type: text/plain; charset=us-ascii

                Hello.
                .dot
                ..dots
                """));
        SENT.add(WireMail.of("html", "html", """
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                Other words.
                --b
                Content-Type: text/html; charset=us-ascii

                <p>Shown words <script>alert(1)</script><img src="http://tracker.example.invalid/1.png">
                <a href="javascript:alert(2)">here</a></p>
                --b--
                """));
        SENT.add(WireMail.japanese("UTF-8", "UTF-8", SUBJECT, TEXT));
        SENT.add(WireMail.japanese("ISO-2022-JP", "ISO-2022-JP", SUBJECT, TEXT));
        SENT.add(WireMail.japanese("Shift_JIS", "windows-31j", SUBJECT, TEXT));
        SENT.add(WireMail.japanese("EUC-JP", "EUC-JP", SUBJECT, TEXT));
    }

    /** A benign file of every type that there is one of, under a Japanese name. */
    private static void attachments() {
        Map<String, Sample> ofType = new LinkedHashMap<>();
        for (Sample sample : Samples.all()) {
            boolean fit = sample.ending() == Ending.REBUILT
                    && sample.findings().isEmpty()
                    && !sample.name().endsWith("-twin");
            if (fit && !List.of("eml", "mbox", "mht", "mhtml").contains(sample.extension())) {
                ofType.putIfAbsent(sample.extension(), sample);
            }
        }
        Runner runner = Runner.withDefaults();
        List<String> parts = new ArrayList<>();
        ofType.forEach((extension, sample) -> {
            byte[] bytes = sample.bytes().get();
            Run run = runner.sanitize("資料." + extension, bytes);
            String name = "資料-" + extension + "." + extension;
            if (run.rebuilt() && run.report().outputName().unescaped().equals("資料." + extension)) {
                ATTACHED.put(name, run.output());
                parts.add(WireMail.file("filename*=UTF-8''%E8%B3%87%E6%96%99-" + extension + "." + extension, bytes));
            }
        });
        for (int at = 0; at < parts.size(); at += PER_MAIL) {
            String[] some =
                    parts.subList(at, Math.min(at + PER_MAIL, parts.size())).toArray(String[]::new);
            SENT.add(WireMail.mixed("files-" + at / PER_MAIL, some));
        }
    }

    private static void hostile() throws IOException {
        SENT.add(WireMail.mixed("eicar", WireMail.file("filename=\"eicar.txt\"", Clamd.eicar())));
        SENT.add(WireMail.mixed("turned", WireMail.file("filename*=UTF-8''rep%E2%80%AEgnp.exe", PROGRAM)));
        SENT.add(WireMail.mixed("turned-picture", WireMail.file("filename*=UTF-8''rep%E2%80%AEort.png", Png.square())));
        SENT.add(WireMail.mixed("locked", WireMail.file("filename=\"secret.zip\"", lockedZip())));
        SENT.add(WireMail.mixed(
                "winmail", WireMail.file("filename=\"winmail.dat\"", Winmail.with("picture.png", Png.square()))));
        SENT.add(WireMail.mixed(
                "huge",
                WireMail.file(
                        "filename=\"log.txt\"",
                        "A line of a long log.\r\n".repeat(660_000).getBytes(StandardCharsets.US_ASCII))));
        List<Sample> broken = MailVectors.all().stream()
                .map(vector -> vector.hostile())
                .filter(sample -> sample.name().matches("eml-[abc][0-9]+-.*")
                        && !sample.name().matches(".*-(a10|a17|b15)-.*"))
                .toList();
        for (int i = 0; i < broken.size(); i += 12) {
            byte[] mail = broken.get(i).bytes().get();
            SENT.add(new WireMail("broken-" + i, Readers.ascii(mail)));
        }
    }

    private static byte[] lockedZip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, "secret".toCharArray())) {
            ZipParameters member = new ZipParameters();
            member.setFileNameInZip("a.txt");
            member.setEncryptFiles(true);
            member.setEncryptionMethod(EncryptionMethod.AES);
            zip.putNextEntry(member);
            zip.write("hello".getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    /** What all three read in a mail that arrived. */
    private static List<Leaf> read(String name) {
        assertThat(arrived.keySet()).as(said).contains(name);
        Path mail = Readers.written(
                folder,
                name,
                arrived.getOrDefault(name, new ReceivedMail("", List.of(), "")).bytes());
        List<Leaf> leaves = Readers.angus(mail);
        assertThat(Readers.python(mail)).as("Python of " + name).isEqualTo(leaves);
        assertThat(Readers.perl(mail)).as("Perl of " + name).isEqualTo(leaves);
        return leaves;
    }

    private static String text(String name) {
        return Optional.ofNullable(arrived.get(name)).map(ReceivedMail::text).orElse("");
    }

    private static List<String> words(List<Leaf> leaves, String kind) {
        return leaves.stream()
                .filter(leaf -> leaf.kind().equals(kind))
                .map(Leaf::words)
                .toList();
    }

    @Test
    void plainTextArrivesAsItWas() {
        List<Leaf> leaves = read("plain");
        assertThat(words(leaves, "subject")).containsExactly(TAG + "plain");
        assertThat(words(leaves, "text")).containsExactly("Hello.\n.dot\n..dots");
        assertThat(text("plain")).contains("from client.example.invalid").contains("(Kiyome) with ESMTP");
    }

    @Test
    void whatTheSenderSaysOfUsIsGone() {
        assertThat(text("plain"))
                .contains("X-Kiyome-Sanitized: yes; reference=")
                .doesNotContain("forged");
    }

    @Test
    void nothingActiveIsLeftOfHtml() {
        List<Leaf> leaves = read("html");
        assertThat(words(leaves, "text")).anyMatch(text -> text.contains("Shown words"));
        assertThat(leaves.toString()).doesNotContain("<script", "alert(1)", "javascript:", "<img");
    }

    @Test
    void japaneseIsReadAlikeInFourCharsets() {
        for (String charset : List.of("UTF-8", "ISO-2022-JP", "Shift_JIS", "EUC-JP")) {
            List<Leaf> leaves = read(WireMail.nameOf(charset));
            assertThat(words(leaves, "subject")).as(charset).containsExactly(TAG + SUBJECT);
            assertThat(words(leaves, "text")).as(charset).containsExactly(TEXT.stripTrailing());
        }
    }

    /** The same bytes as the engine makes of each file here. */
    @Test
    void everyKnownFormatArrivesRebuilt() {
        Map<String, String> expected = new TreeMap<>();
        ATTACHED.forEach((name, bytes) -> expected.put(name, Leaf.sha256(bytes)));
        Map<String, String> found = new TreeMap<>();
        for (String name : arrived.keySet()) {
            if (name.startsWith("files-")) {
                read(name).stream()
                        .filter(leaf -> leaf.kind().equals("file"))
                        .forEach(leaf -> found.put(leaf.words(), leaf.sha256()));
            }
        }
        assertThat(expected).hasSizeGreaterThan(30);
        assertThat(found).containsExactlyEntriesOf(expected);
    }

    @Test
    void whatAScannerKnowsAndWhatIsLockedIsHeld() {
        assertThat(arrived.keySet()).doesNotContain("eicar", "locked");
        assertThat(kept).containsEntry("eicar", State.HELD).containsEntry("locked", State.HELD);
    }

    /** rspamd has an opinion about such names too: what it makes the policy hold deceives nobody either. */
    @Test
    void aNameThatIsTurnedRoundDeceivesNobody() {
        for (String name : List.of("turned", "turned-picture")) {
            if (!arrived.containsKey(name)) {
                assertThat(kept).as(said).containsEntry(name, State.HELD);
                continue;
            }
            assertThat(read(name).toString()).doesNotContain("\u202E").doesNotContain(Leaf.sha256(PROGRAM));
        }
    }

    @Test
    void whatIsInWinmailDatBecomesAFileOfTheMail() {
        assertThat(words(read("winmail"), "file")).contains("picture.png").doesNotContain("winmail.dat");
    }

    @Test
    void aMailOfTwentyMegabytesArrivesWhole() {
        String whole = Leaf.sha256("A line of a long log.\r\n".repeat(660_000).getBytes(StandardCharsets.US_ASCII));
        assertThat(text("huge").length()).isGreaterThan(20_000_000);
        assertThat(read("huge")).contains(new Leaf("file", "log.txt", whole));
    }

    @Test
    void noReaderFindsAHiddenFileInWhatWasBroken() {
        String marker = "kiyome-hidden-marker";
        String again = Base64.getEncoder()
                .encodeToString(marker.getBytes(StandardCharsets.US_ASCII))
                .substring(0, 16);
        assertThat(SENT.stream().filter(mail -> mail.name().startsWith("broken-")))
                .hasSizeGreaterThan(5);
        arrived.forEach((name, mail) -> assertThat(mail.text()).as(name).doesNotContain(marker, again));
    }
}
