package jp.kiyome.bridge.rspamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.kiyome.bridge.server.RealRspamd;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.Envelope;
import jp.kiyome.bridge.verdict.SourceState;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.core.content.HeapContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With Debian's rspamd. */
class RealRspamdTest {

    /** What rspamd always rejects (GTUBE); in two halves, so that no filter takes this file for it. */
    private static final String REJECTED = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-" + "ANTI-UBE-TEST-EMAIL*C.34X";

    @Test
    void aMailIsJudgedByScoreAndAction(@TempDir Path directory) {
        assumeTrue(RealRspamd.isInstalled(), "rspamd is not installed");
        try (RealRspamd rspamd = RealRspamd.start(directory);
                RspamdSource source = new RspamdSource(RspamdSettings.of("spam", rspamd.uri()))) {
            assertThat(source.state(soon()).condition()).isEqualTo(SourceState.Condition.READY);
            assertThat(ask(source, "hello")).isNotInstanceOf(Verdict.NotScanned.class);
            assertThat(ask(source, REJECTED))
                    .isInstanceOfSatisfying(Verdict.Suspicious.class, suspicious -> assertThat(suspicious.score())
                            .isGreaterThanOrEqualTo(15));
        }
    }

    private static Verdict ask(RspamdSource source, String body) {
        String mail = "From: <a@example.invalid>\r\nTo: <b@example.invalid>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
                + "Message-ID: <1@example.invalid>\r\nDate: Thu, 01 Jan 2026 00:00:00 +0900\r\n\r\n" + body + "\r\n";
        Envelope envelope =
                new Envelope("a@example.invalid", List.of("b@example.invalid"), "192.0.2.1", "mx.example.invalid");
        return source.ask(Submission.mail(HeapContent.of(mail.getBytes(StandardCharsets.US_ASCII)), envelope), soon());
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(60));
    }
}
