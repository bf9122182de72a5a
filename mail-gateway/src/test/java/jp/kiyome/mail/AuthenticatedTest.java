package jp.kiyome.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import jp.kiyome.mail.authentication.dns.LocalDns;
import jp.kiyome.mail.fixture.House;
import jp.kiyome.mail.fixture.Talker;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.SenderIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gateway says of who a mail is from. */
class AuthenticatedTest {

    @TempDir
    Path folder;

    private LocalDns dns;

    @BeforeEach
    void start() throws IOException {
        dns = LocalDns.start();
        dns.text("sender.example", "v=spf1 ip4:127.0.0.1 -all");
        dns.text("_dmarc.sender.example", "v=DMARC1; p=reject");
        dns.text("other.example", "v=spf1 -all");
    }

    @AfterEach
    void stop() throws IOException {
        dns.close();
    }

    private String delivered(String from, String mail) {
        String asking = "authentication: {name-servers: [{address: 127.0.0.1, port: %d}]}\norganisations:\n"
                .formatted(dns.address().getPort());
        try (House house = new House(folder, text -> text.replace("organisations:\n", asking));
                Talker client = house.client()) {
            assertThat(client.mail(from, mail, "x@a.example")).startsWith("250");
            return house.a.taken().getFirst().mail();
        }
    }

    @Test
    void aMailFromWhereItsDomainSendsFromPasses() {
        String mail = delivered("s@sender.example", House.MAIL);
        assertThat(mail).startsWith("Authentication-Results: gw.example");
        assertThat(results(mail)).contains("spf=pass").contains("dmarc=pass");
    }

    @Test
    void aMailFromElsewhereFails() {
        assertThat(results(delivered("s@other.example", House.MAIL)))
                .contains("spf=fail")
                .contains("dmarc=fail");
    }

    /** Whoever decides about a held mail is told, whatever its output says. */
    @Test
    void whatIsHeldIsInTheStoreWithWhoItIsFrom() throws IOException {
        String asking = "authentication: {name-servers: [{address: 127.0.0.1, port: %d}]}\norganisations:\n"
                .formatted(dns.address().getPort());
        try (House house = new House(folder, text -> text.replace("organisations:\n", asking));
                Talker client = house.client()) {
            String held = House.MAIL.replace("Subject", "X-Stub: block\r\nSubject");
            assertThat(client.mail("s@other.example", held, "x@a.example")).startsWith("250");
            Organisation whose = new Organisation("city-a");
            ItemId id = house.items("city-a").getFirst().id();
            SenderIdentity sender = house.store().items().sender(whose, id).orElseThrow();
            assertThat(sender.spf()).isEqualTo(SenderIdentity.Result.FAIL);
            assertThat(sender.spfDomain().unescaped()).isEqualTo("other.example");
            assertThat(sender.dkim()).isEqualTo(SenderIdentity.Result.NONE);
            assertThat(sender.dmarc()).isEqualTo(SenderIdentity.Result.FAIL);
            assertThat(sender.fromDomain().unescaped()).isEqualTo("sender.example");
            assertThat(sender.wish()).isEqualTo(SenderIdentity.Wish.REJECT);
        }
    }

    private static String results(String mail) {
        return mail.substring(0, mail.indexOf("Received:"));
    }
}
