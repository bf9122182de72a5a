package jp.kiyome.bridge.retro;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.text.Language;
import org.junit.jupiter.api.Test;

class RetroHuntTest {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-08T00:00:00Z");
    private static final Verdict.Threat THREAT = new Verdict.Threat(Untrusted.of("Bad|=\\\n"));

    private final List<Delivery> delivered = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final List<RetroAlert> told = new ArrayList<>();
    private final RetroHunt hunt = new RetroHunt(
            sha256 -> sha256.equals("aa") ? delivered : List.of(),
            (sha256, source, reference) -> known.add(sha256 + source + reference),
            told::add,
            () -> NOW);

    @Test
    void whoReceivedItIsToldOnce() {
        delivered.add(delivery("hanako@example.invalid", "r1"));
        hunt.threat("aa", "clamav", THREAT);
        hunt.threat("aa", "clamav", THREAT);
        assertThat(told).hasSize(1);
        delivered.add(delivery("taro@example.invalid", "r2"));
        hunt.threat("aa", "clamav", THREAT);
        assertThat(told.getLast().deliveries()).extracting(Delivery::reference).containsExactly("r2");
    }

    @Test
    void whatNobodyReceivedIsNoAlert() {
        hunt.threat("bb", "clamav", THREAT);
        assertThat(told).isEmpty();
    }

    @Test
    void theCefLineCannotBeBroken() {
        delivered.add(delivery("a=b\\c|d\ncs1=forged", "r1"));
        hunt.threat("aa", "clamav", THREAT);
        List<String> lines = RetroCef.lines(told.getFirst());
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst())
                .startsWith("CEF:0|Kiyome|Kiyome|")
                .doesNotContain("\n", " cs1=forged", "duser=a=b")
                .contains("|verdict.later-threat|", "|9|rt=1767830400000 ", "duser=a\\=b\\\\c|d\\\\u{a}cs1\\=forged ");
    }

    @Test
    void theMailNamesEveryDeliveryInBothLanguages() {
        delivered.add(delivery("hanako@example.invalid", "r1"));
        delivered.add(delivery("taro@example.invalid", "r2"));
        hunt.threat("aa", "clamav", THREAT);
        RetroMail mail = RetroMail.of(told.getFirst());
        for (Language language : Language.values()) {
            assertThat(mail.text().in(language))
                    .contains("hanako@example.invalid", "taro@example.invalid", "r1", "r2", "clamav", "Bad|=");
            assertThat(mail.text().in(language).lines()).hasSize(4);
            assertThat(mail.subject().in(language)).contains("2").doesNotContain("\n");
        }
    }

    private static Delivery delivery(String recipient, String reference) {
        return new Delivery(Untrusted.of(recipient), reference, Untrusted.of("a.docx"), THEN);
    }
}
