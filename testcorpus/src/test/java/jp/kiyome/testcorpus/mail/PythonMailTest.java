package jp.kiyome.testcorpus.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.Tool;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python's email module, which shares no code with ours nor with its witnesses, reads in outputs what stands there, and nothing else. */
class PythonMailTest {

    /** Of each mail in the folder: its subject, texts and names of files, and whether the hidden file is in any part. */
    private static final String SCRIPT = """
            import sys, os, email, email.policy
            for name in sorted(os.listdir(sys.argv[1])):
              with open(os.path.join(sys.argv[1], name), 'rb') as f:
                m = email.message_from_binary_file(f, policy=email.policy.default)
              print('==', name)
              print(m['subject'])
              for p in m.walk():
                if p.is_multipart():
                  continue
                data = p.get_payload(decode=True) or b''
                if b'kiyome-hidden-marker' in data:
                  print('FOUND')
                if p.get_filename():
                  print(p.get_filename())
                elif p.get_content_maintype() == 'text':
                  print(p.get_content().replace('\\r\\n', '\\n').rstrip())
            """;

    /** Dots that are none stay where the true extension stands behind, and so do selectors of variants, which names of people have. */
    private static final String HARMLESS = "\uFF0E\u2024\u3002\uFE00-\uFE0F\uDB40\uDD00";

    private static final Runner RUNNER = Runner.withDefaults();

    private Tool python = new Tool("python3");

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void needsPython() {
        python = Tool.installed("python3");
    }

    private void write(String name, byte[] mail) {
        try {
            Files.write(folder.resolve(name), mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Python says of each file in the folder. */
    private Map<String, String> read() {
        Tool.Said said = python.run(folder, "-X", "utf8", "-c", SCRIPT, folder.toString());
        assertThat(said.status()).as(said.text()).isZero();
        Map<String, String> all = new TreeMap<>();
        for (String block : said.text().split("(?m)^== ", 0)) {
            int end = block.indexOf('\n');
            if (end > 0) {
                all.put(block.substring(0, end).strip(), block.substring(end + 1));
            }
        }
        return all;
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    @Test
    void itReadsInOurMailWhatAnotherReaderReads() {
        Map<String, byte[]> outputs = new TreeMap<>();
        Stream.concat(JapaneseMail.right().stream(), JapaneseMail.wrong().stream())
                .forEach(sample -> outputs.put(sample.fileName(), output(sample)));
        outputs.forEach(this::write);
        Map<String, String> said = read();
        assertThat(said).hasSameSizeAs(outputs);
        outputs.forEach((name, mail) -> assertThat(lines(said.getOrDefault(name, "")))
                .as(name)
                .containsExactlyElementsOf(lines(MailReader.shown(mail))));
    }

    private static byte[] output(Sample sample) {
        Run run = RUNNER.sanitize(sample.fileName(), sample.bytes().get());
        assertThat(run.rebuilt()).as(run.ending()).isTrue();
        return run.output();
    }

    @Test
    void namesThatDeceiveComeOutPlain() {
        NameCases.deceiving().forEach(sample -> write(sample.fileName(), output(sample)));
        Map<String, String> said = read();
        assertThat(said).hasSameSizeAs(NameCases.deceiving());
        List<String> deceived = said.values().stream()
                .map(text -> lines(text).getLast())
                .filter(shown -> !shown.matches("rep[_ " + HARMLESS + "]*ort\\.png"))
                .toList();
        assertThat(deceived).isEmpty();
    }

    /** The sizes that are refused for being such are left out: they take longest, and nothing comes of them. */
    @Test
    void itFindsNoHiddenFileInWhatComesOut() {
        MailVectors.all().stream()
                .map(vector -> vector.hostile())
                .filter(sample -> !sample.name().matches(".*-(a17|b15)-.*"))
                .forEach(sample -> {
                    Run run = RUNNER.sanitize(sample.fileName(), sample.bytes().get());
                    if (run.rebuilt()) {
                        write(sample.fileName(), run.output());
                    }
                });
        Map<String, String> said = read();
        assertThat(said).hasSizeGreaterThan(100);
        said.forEach((name, text) -> assertThat(text).as(name).doesNotContain("FOUND"));
    }
}
