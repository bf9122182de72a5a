package jp.kiyome.quarantine.reprocess.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.reprocess.task.Reading;
import jp.kiyome.quarantine.reprocess.task.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MboxTest {

    private static final List<String> LINES =
            List.of("From here", ">From there", ">>From far", "", "> From", "Fro", ">", ">>", "text", ">Fromage");

    @TempDir
    Path folder;

    private List<String> read(String mbox) throws IOException {
        Path file = Files.writeString(folder.resolve("mbox"), mbox);
        List<String> messages = new ArrayList<>();
        boolean is = MboxScan.scan(new ByteArrayInputStream(mbox.getBytes(StandardCharsets.UTF_8)), (start, length) -> {
            Subject.Outside one =
                    new Subject.Outside(Kind.MAIL, Untrusted.of(file.toString()), Reading.MBOX, start, length);
            try (var in = OutsideFile.open(one)) {
                messages.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        return is ? messages : List.of("no mbox");
    }

    /** As a mailer writes it: mboxrd. */
    private static String written(List<String> messages) {
        StringBuilder mbox = new StringBuilder();
        for (String message : messages) {
            mbox.append("From someone@example.invalid Thu Apr  1 00:00:00 2026\n");
            for (String line : message.split("\n", -1)) {
                mbox.append(line.matches(">*From .*") ? ">" + line : line).append('\n');
            }
            // The last line break of the message stands before the empty piece that split gives.
            mbox.setLength(mbox.length() - 1);
            mbox.append('\n');
        }
        return mbox.toString();
    }

    @Test
    void whatAMailerWritesIsReadAsItWas() throws IOException {
        Random lot = new Random(3);
        for (int round = 0; round < 300; round++) {
            List<String> messages = new ArrayList<>();
            for (int i = 0; i <= lot.nextInt(4); i++) {
                StringBuilder message = new StringBuilder("Subject: " + i + "\n");
                for (int line = 0; line < lot.nextInt(6); line++) {
                    message.append(LINES.get(lot.nextInt(LINES.size()))).append('\n');
                }
                messages.add(message.toString());
            }
            assertThat(read(written(messages))).as("round " + round).isEqualTo(messages);
        }
    }

    @Test
    void whatDoesNotBeginAsOneIsNone() throws IOException {
        assertThat(read("Subject: x\n\nFrom y\n")).containsExactly("no mbox");
        assertThat(read("")).containsExactly("no mbox");
        assertThat(read("From x")).containsExactly("no mbox");
    }

    @Test
    void aFileThatWasCutOffEndsWithItsLastLine() throws IOException {
        assertThat(read("From x\nSubject: y\n\nbody")).containsExactly("Subject: y\n\nbody");
        assertThat(read("From x\nSubject: y\n\nbody\n")).containsExactly("Subject: y\n\nbody\n");
    }
}
