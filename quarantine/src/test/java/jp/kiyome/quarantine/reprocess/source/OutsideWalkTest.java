package jp.kiyome.quarantine.reprocess.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.reprocess.task.Draft;
import jp.kiyome.quarantine.reprocess.task.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideWalkTest {

    private static final String MAIL = """
        X-Envelope-From: <a@example.invalid>
        X-Envelope-To: <b@example.invalid>,
         <c@example.invalid>
        X-Quarantine-ID: <kVZcQ8>
        Subject: =?ISO-2022-JP?B?GyRCJCIbKEI=?=

        text
        """;

    @TempDir
    Path folder;

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Path below the folder, what it is, and how it is read or why not. */
    private List<String> told(Selection.Form form) throws IOException {
        return told(form, folder);
    }

    private List<String> told(Selection.Form form, Path root) throws IOException {
        List<String> told = new ArrayList<>();
        OutsideWalk.tell(new Selection.Outside(form, root), draft -> told.add(line(draft)));
        return told;
    }

    private String line(Draft draft) {
        Subject.Outside subject = (Subject.Outside) draft.subject();
        String place = folder.relativize(Path.of(subject.place().unescaped())).toString();
        return draft.skip()
                .map(skip -> place + " " + skip.reason())
                .orElseGet(() -> place + " " + subject.kind() + " " + subject.reading());
    }

    @Test
    void aFolderGivesItsFilesInOrderAndTellsWhatIsNone() throws IOException {
        file("b/two.txt", "2");
        file("a.eml", MAIL);
        file("日本語.docx", "3");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a.eml"));
        assertThat(told(Selection.Form.FOLDER))
                .containsExactly("a.eml MAIL WHOLE", "b/two.txt FILE WHOLE", "link LINK", "日本語.docx FILE WHOLE");
    }

    @Test
    void aMaildirGivesWhatIsDelivered() throws IOException {
        file("cur/1.M1.host:2,S", MAIL);
        file("new/2.M2.host", MAIL);
        file("tmp/3.M3.host", "Sub");
        file(".Spam/cur/4.M4.host:2,", MAIL);
        file("dovecot.index", "x");
        assertThat(told(Selection.Form.MAILDIR))
                .containsExactly(
                        ".Spam/cur/4.M4.host:2, MAIL WHOLE",
                        "cur/1.M1.host:2,S MAIL WHOLE",
                        "dovecot.index NOT_A_MAIL",
                        "new/2.M2.host MAIL WHOLE",
                        "tmp/3.M3.host BEING_PROCESSED");
    }

    @Test
    void aQuarantineGivesMailsCompressedOrNotAndNoAttachmentTwice() throws IOException {
        file("virus-AbC", MAIL);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(MAIL.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("spam-XyZ.gz"), packed.toByteArray());
        file("broken.gz", "not compressed");
        file("20260401/1AbC-000/message", MAIL);
        file("20260401/1AbC-000/invoice.docm", "PK");
        file("20260401/1AbC-001/alone.docm", "PK\u0003\u0004");
        file("20260401/spam/1AbC-002", MAIL);
        file("all.mbox", "From x\n" + MAIL + "\nFrom y\n" + MAIL);
        assertThat(told(Selection.Form.QUARANTINE))
                .containsExactly(
                        "20260401/1AbC-000/invoice.docm PART_OF_MAIL",
                        "20260401/1AbC-000/message MAIL WHOLE",
                        "20260401/1AbC-001/alone.docm FILE WHOLE",
                        "20260401/spam/1AbC-002 MAIL WHOLE",
                        "all.mbox MAIL MBOX",
                        "all.mbox MAIL MBOX",
                        "broken.gz UNREADABLE",
                        "spam-XyZ.gz MAIL GZIP",
                        "virus-AbC MAIL WHOLE");
        try (var in = OutsideFile.open(Subject.Outside.file(
                Kind.MAIL,
                folder.resolve("spam-XyZ.gz").toString(),
                jp.kiyome.quarantine.reprocess.task.Reading.GZIP))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(MAIL);
        }
    }

    @Test
    void aPlaceThatIsNotOfItsFormIsRefused() throws IOException {
        file("plain", "text");
        assertThatThrownBy(() -> told(Selection.Form.MBOX, folder.resolve("plain")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> told(Selection.Form.FOLDER, folder.resolve("plain")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void theEnvelopeIsReadFromWhatTheQuarantineWrote() {
        HeaderLines lines = HeaderLines.of(MAIL.getBytes(StandardCharsets.UTF_8));
        assertThat(lines.sender()).isEqualTo(Untrusted.of("a@example.invalid"));
        assertThat(lines.recipients())
                .containsExactly(Untrusted.of("b@example.invalid"), Untrusted.of("c@example.invalid"));
        assertThat(lines.subject().unescaped()).startsWith("=?ISO-2022-JP");
    }

    @Test
    void theSameMailHasTheSameIdWhereverItLies() {
        Digest digest = new Digest(3, "ab");
        assertThat(OutsideId.of(Kind.MAIL, "one", digest)).isEqualTo(OutsideId.of(Kind.MAIL, "two", digest));
        assertThat(OutsideId.of(Kind.FILE, "one", digest)).isNotEqualTo(OutsideId.of(Kind.FILE, "two", digest));
        assertThat(OutsideId.of(Kind.MAIL, "one", digest).value().version()).isEqualTo(8);
    }
}
