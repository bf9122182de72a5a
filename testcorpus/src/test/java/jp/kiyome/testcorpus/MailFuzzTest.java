package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.mail.JapaneseMail;
import jp.kiyome.testcorpus.mail.MailVectors;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come as mail, as an Outlook item or as TNEF: an outcome, and an output only if it stays the same. */
class MailFuzzTest {

    private static final Runner RUNNER = Runner.withDefaults();
    private static final int LARGEST_SEED = 1 << 13;

    static Stream<byte[]> mails() {
        return Stream.concat(
                        MailVectors.all().stream().map(v -> v.hostile()),
                        Stream.concat(JapaneseMail.right().stream(), JapaneseMail.wrong().stream()))
                .filter(s -> !s.name().contains("a17") && !s.name().contains("b15"))
                .map(s -> s.bytes().get())
                .filter(bytes -> bytes.length < LARGEST_SEED);
    }

    static Stream<byte[]> bodies() {
        return Stream.of(
                        "QUJD\r\n", "=41=\r\n42", "begin 644 a\r\n#86)C\r\n`\r\nend\r\n", "--b1\r\n\r\nx\r\n--b1--\r\n")
                .map(text -> text.getBytes(StandardCharsets.US_ASCII));
    }

    static Stream<byte[]> tnefs() {
        return Stream.of(OutlookSeeds.tnef());
    }

    static Stream<byte[]> items() {
        return Stream.of(OutlookSeeds.item());
    }

    /** A seed that is refused at once leads nowhere. */
    @Test
    void theSeedsOfOutlookReachTheirWriters() {
        assertThat(RUNNER.sanitize("seed.dat", OutlookSeeds.tnef()).ending()).startsWith("REBUILT");
        assertThat(RUNNER.sanitize("seed.msg", OutlookSeeds.item()).ending()).startsWith("REBUILT");
    }

    @MethodSource("mails")
    @FuzzTest
    void wholeMail(byte[] bytes) {
        judge("fuzz.eml", bytes);
    }

    /** As the part of a mail, in each encoding in turn. */
    @MethodSource("bodies")
    @FuzzTest
    void mailBody(byte[] bytes) {
        for (String encoding : new String[] {"7bit", "base64", "quoted-printable", "x-uuencode"}) {
            byte[] head = ("From: a@example.invalid\r\nTo: b@example.invalid\r\nMIME-Version: 1.0\r\n"
                            + "Content-Type: multipart/mixed; boundary=b1\r\n\r\n--b1\r\nContent-Transfer-Encoding: "
                            + encoding + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            byte[] mail = java.util.Arrays.copyOf(head, head.length + bytes.length);
            System.arraycopy(bytes, 0, mail, head.length, bytes.length);
            judge("fuzz.eml", mail);
        }
    }

    @MethodSource("tnefs")
    @FuzzTest
    void tnef(byte[] bytes) {
        judge("fuzz.dat", bytes);
    }

    @MethodSource("items")
    @FuzzTest
    void outlookItem(byte[] bytes) {
        judge("fuzz.msg", bytes);
    }

    private static void judge(String name, byte[] bytes) {
        Run run = RUNNER.sanitize(name, bytes);
        assertThat(run.ending()).doesNotStartWith("FAILED");
        if (run.rebuilt()) {
            Run again = RUNNER.sanitize(run.report().outputName().unescaped(), run.output());
            assertThat(again.output()).as(again.ending()).isEqualTo(run.output());
        }
    }
}
