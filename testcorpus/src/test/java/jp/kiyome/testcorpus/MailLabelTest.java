package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.notice.Label;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.text.Language;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A labelled mail is a mail as its handler writes them: nothing changes when it is rebuilt without the label. */
class MailLabelTest {

    private static final Label LABEL = new Label("[無害化済]", Language.JAPANESE, List.of("お知らせ"), List.of("受付番号: 1"));

    private static final String PROGRAM =
            Base64.getEncoder().encodeToString("MZ\u0001no program".getBytes(StandardCharsets.UTF_8));

    private static final String WITH_PROGRAM = """
            From: a@sender.example\r
            Subject: =?ISO-2022-JP?B?GyRCO3FOQRsoQg==?=\r
            MIME-Version: 1.0\r
            Content-Type: multipart/KIND; boundary=b\r
            \r
            --b\r
            Content-Type: text/plain; charset=us-ascii\r
            \r
            hello\r
            --b\r
            Content-Type: application/octet-stream; name="setup.exe"\r
            Content-Disposition: attachment; filename="setup.exe"\r
            Content-Transfer-Encoding: base64\r
            \r
            PROGRAM\r
            --b--\r
            """;

    private static String labelled(String mail) {
        try (Workspace workspace = new Workspace(Path.of(System.getProperty("java.io.tmpdir")))) {
            Engine engine = new Engine(Registry.ofClassPath(), Policy.defaults(), content -> "");
            Job job = Job.of("a.eml", HeapContent.of(mail.getBytes(StandardCharsets.US_ASCII)), workspace)
                    .labelled(LABEL);
            Outcome outcome = engine.sanitize(job);
            assertThat(outcome).as(outcome.report().toString()).isInstanceOf(Outcome.Rebuilt.class);
            byte[] all = new byte[(int) ((Outcome.Rebuilt) outcome).content().size()];
            ((Outcome.Rebuilt) outcome).content().content().copy(0, all, 0, all.length);
            return new String(all, StandardCharsets.US_ASCII);
        }
    }

    private static void changesNothing(String mail) {
        Run again = Runner.withDefaults().sanitize("a.eml", mail.getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(again.output(), StandardCharsets.US_ASCII)).isEqualTo(mail);
        assertThat(again.report().nothingFound()).isTrue();
    }

    private static String word(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixed", "related", "alternative"})
    void whatWasRemovedStandsBeforeTheText(String multipart) {
        String mail = labelled(WITH_PROGRAM.replace("KIND", multipart).replace("PROGRAM", PROGRAM));
        assertThat(mail).contains("Content-Type: text/plain;\r\n charset=utf-8");
        String decoded = mail.replace("\r\n", "");
        assertThat(decoded).contains(word("お知らせ\r\n").substring(0, 12)).doesNotContain("MZ");
        changesNothing(mail);
    }

    @Test
    void aMailThatLacksNothingGetsTheTagAlone() {
        String mail = labelled("From: a@sender.example\r\nTo: b@a.example\r\nSubject: hello\r\n\r\nhello\r\n");
        assertThat(mail).contains("Subject: =?").doesNotContain("multipart");
        changesNothing(mail);
    }

    @Test
    void oneTagIsEnough() {
        String mail = labelled("From: a@sender.example\r\nTo: b@a.example\r\nSubject: hello\r\n\r\nhello\r\n");
        assertThat(labelled(mail)).isEqualTo(mail);
    }

    @Test
    void aMailWithoutSubjectGetsOne() {
        String mail = labelled("From: a@sender.example\r\nTo: b@a.example\r\nMIME-Version: 1.0\r\n\r\nhello\r\n");
        assertThat(mail).contains("Subject: =?");
        changesNothing(mail);
    }

    @Test
    void filesInsideAreNotLabelled() {
        String inner = "From: a@sender.example\r\nTo: b@a.example\r\nSubject: inner\r\n\r\ninner\r\n";
        String mail = labelled("From: a@sender.example\r\nSubject: outer\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nx\r\n"
                + "--b\r\nContent-Type: message/rfc822\r\n\r\n" + inner + "\r\n--b--\r\n");
        assertThat(mail).contains("Subject: =?").contains("Subject: inner");
        changesNothing(mail);
    }
}
