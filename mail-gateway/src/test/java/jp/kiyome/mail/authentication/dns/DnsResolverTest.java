package jp.kiyome.mail.authentication.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DnsResolverTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private LocalDns dns;

    @BeforeEach
    void start() throws IOException {
        dns = LocalDns.start();
    }

    @AfterEach
    void stop() throws IOException {
        dns.close();
    }

    private Answer ask(String name, RecordType type) {
        return new DnsResolver(List.of(dns.address()), LONG).ask(new Question(name, type), Deadline.in(LONG));
    }

    private static List<String> values(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return ((Answer.Found) answer).values();
    }

    @Test
    void everyTypeComesAsText() throws IOException {
        dns.put("h.example", "A", "192.0.2.1").put("h.example", "AAAA", "2001:db8::1");
        dns.put("h.example", "MX", "20 second.example.").put("h.example", "MX", "10 first.example.");
        dns.put("1.2.0.192.in-addr.arpa", "PTR", "h.example.");
        assertThat(values(ask("H.Example.", RecordType.A))).containsExactly("192.0.2.1");
        assertThat(values(ask("h.example", RecordType.AAAA))).containsExactly("2001:db8:0:0:0:0:0:1");
        assertThat(values(ask("h.example", RecordType.MX))).containsExactly("first.example", "second.example");
        assertThat(values(ask("1.2.0.192.in-addr.arpa", RecordType.PTR))).containsExactly("h.example");
    }

    @Test
    void stringsOfOneTextAreJoined() throws IOException {
        String text = "v=DKIM1; p=" + "A".repeat(700);
        dns.text("t.example", text);
        assertThat(values(ask("t.example", RecordType.TXT))).containsExactly(text);
    }

    @Test
    void anAnswerThatWasCutIsFetchedOverTcp() throws IOException {
        String text = "x".repeat(3000);
        dns.text("big.example", text);
        assertThat(values(ask("big.example", RecordType.TXT))).containsExactly(text);
        assertThat(dns.overTcp()).isEqualTo(1);
    }

    @Test
    void aliasesAreFollowed() throws IOException {
        dns.put("one.example", "CNAME", "two.example.").put("two.example", "CNAME", "three.example.");
        dns.put("three.example", "A", "192.0.2.3");
        assertThat(values(ask("one.example", RecordType.A))).containsExactly("192.0.2.3");
    }

    @Test
    void aliasesInACircleEnd() throws IOException {
        dns.put("one.example", "CNAME", "two.example.").put("two.example", "CNAME", "one.example.");
        assertThat(ask("one.example", RecordType.A)).isInstanceOf(Answer.Trouble.class);
    }

    @Test
    void whatIsNotThereIsNothingAndAServerThatFailsIsTrouble() throws IOException {
        dns.put("h.example", "A", "192.0.2.1").failing("broken.example");
        assertThat(ask("gone.example", RecordType.A)).isInstanceOf(Answer.Nothing.class);
        assertThat(ask("h.example", RecordType.MX)).isInstanceOf(Answer.Nothing.class);
        assertThat(ask("broken.example", RecordType.A)).isInstanceOf(Answer.Trouble.class);
    }

    @Test
    void whatIsNoNameIsNotAskedFor() {
        dns.silent("*");
        for (String name :
                List.of("", "a..b", "x".repeat(64) + ".example", "a b.example", "é.example", "a.".repeat(200))) {
            assertThat(ask(name, RecordType.A)).isInstanceOf(Answer.Nothing.class);
        }
    }

    @Test
    void theDeadlineHoldsWhenNobodyAnswers() {
        dns.silent("*");
        DnsResolver resolver = new DnsResolver(List.of(dns.address(), dns.address()), LONG);
        long start = System.nanoTime();
        Answer answer = resolver.ask(new Question("h.example", RecordType.A), Deadline.in(Duration.ofMillis(300)));
        assertThat(answer).isInstanceOf(Answer.Trouble.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void theNextServerIsAskedWhenTheFirstIsSilent() throws IOException {
        dns.put("h.example", "A", "192.0.2.1");
        try (LocalDns mute = LocalDns.start().silent("*")) {
            DnsResolver resolver = new DnsResolver(List.of(mute.address(), dns.address()), Duration.ofMillis(300));
            // The second has as little time as the first: on a busy machine it may need its second turn.
            Answer answer = new Answer.Trouble();
            for (int tries = 0; tries < 20 && answer instanceof Answer.Trouble; tries++) {
                answer = resolver.ask(new Question("h.example", RecordType.A), Deadline.in(LONG));
            }
            assertThat(values(answer)).containsExactly("192.0.2.1");
        }
    }
}
