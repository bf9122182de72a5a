package jp.kiyome.approval.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.approval.access.Served;
import jp.kiyome.approval.access.Side;
import jp.kiyome.approval.access.Sides;
import jp.kiyome.approval.chain.Approver;
import jp.kiyome.approval.chain.Chain;
import jp.kiyome.approval.chain.ChainStep;
import jp.kiyome.approval.chain.Patience;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.approval.request.ApprovalRules;
import jp.kiyome.approval.request.Decision;
import jp.kiyome.approval.request.RequestId;
import jp.kiyome.approval.request.Wanted;
import jp.kiyome.approval.text.EncodedWords;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.text.Language;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.outbox.Letter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {

    private static final String HOSTILE = "請求書\r\nBcc: victim@example.invalid\r\n\r\n<script>\u202e";

    @TempDir
    Path folder;

    Site site;
    Person clerk;
    Person chief;

    @BeforeEach
    void open() throws Exception {
        site = Site.in(folder);
        clerk = site.person(Site.CITY, "tanaka", Role.CLERK, Role.ORIGINAL_RECEIVER);
        chief = site.person(Site.CITY, "yamada", Role.APPROVER);
        site.mail.set(Optional.of(new MailSettings("kiyome@midori-city.example.invalid", Language.JAPANESE, 30)));
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    /** A mail taken apart: its fields, unfolded and decoded, and its text. */
    private record Read(List<String> fields, String text) {

        static Read of(Letter letter) {
            String mail = letter.mail();
            assertThat(mail.chars().allMatch(sign -> sign < 0x7F && (sign >= ' ' || sign == '\r' || sign == '\n')))
                    .as("nothing but ASCII")
                    .isTrue();
            int end = mail.indexOf("\r\n\r\n");
            List<String> fields = new ArrayList<>();
            for (String field : mail.substring(0, end).replace("\r\n ", " ").split("\r\n", -1)) {
                assertThat(field).doesNotContain("\r", "\n");
                fields.add(EncodedWords.read(Untrusted.of(field)).unescaped());
            }
            byte[] text = Base64.getMimeDecoder().decode(mail.substring(end + 4));
            return new Read(fields, new String(text, StandardCharsets.UTF_8));
        }

        String field(String name) {
            return fields.stream()
                    .filter(field -> field.startsWith(name + ": "))
                    .findFirst()
                    .orElseThrow()
                    .substring(name.length() + 2);
        }
    }

    private Item held(Person person, Untrusted title) throws Exception {
        Item mail = site.mail(person, title, Untrusted.of("a@b.example.invalid"), "text");
        site.takeIn.unlock(person, mail, List.of());
        return site.store.items().move(Site.CITY, Site.TEST, mail.id(), State.HELD, "test");
    }

    private RequestId ask(Item item) {
        return site.requests.ask(clerk, item.id(), Wanted.SANITIZED, "会議で使うため");
    }

    private void decide(RequestId id, Decision decision, String comment) {
        site.requests.decide(
                chief,
                id,
                decision,
                site.requests.find(clerk, id).orElseThrow().bond().seal(),
                comment);
    }

    private List<Read> to(Person person) {
        return site.letters(Site.CITY).stream()
                .filter(letter -> letter.recipient().equals(person.mail()))
                .map(Read::of)
                .toList();
    }

    @Test
    void whoIsToDecideAndWhoHasAskedAreToldWithALinkToTheRequestItself() throws Exception {
        RequestId id = ask(held(clerk, Untrusted.of("=?UTF-8?B?44GK55+l44KJ44Gb?=")));
        assertThat(to(clerk)).isEmpty();
        Read asked = to(chief).getFirst();
        assertThat(asked.fields())
                .extracting(field -> field.substring(0, field.indexOf(':')))
                .containsExactly(
                        "From",
                        "To",
                        "Subject",
                        "Date",
                        "Message-ID",
                        "Auto-Submitted",
                        "MIME-Version",
                        "Content-Type",
                        "Content-Transfer-Encoding");
        assertThat(asked.field("Subject")).isEqualTo("【承認依頼】お知らせ");
        assertThat(asked.field("From")).isEqualTo("清め 無害化ポータル <kiyome@midori-city.example.invalid>");
        assertThat(asked.field("To")).isEqualTo("<" + chief.mail() + ">");
        assertThat(asked.field("Date")).isEqualTo("Fri, 20 Nov 2026 10:00:00 +0900");
        assertThat(asked.field("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(asked.text())
                .contains("会議で使うため")
                .contains("申請した人: tanaka")
                .contains("https://kiyome.example/approvals/" + id);
        decide(id, Decision.DENY, "心当たりのない差出人です");
        Read result = to(clerk).getFirst();
        assertThat(result.field("Subject")).isEqualTo("【却下】お知らせ");
        assertThat(result.text())
                .contains("判断した人: yamada")
                .contains("心当たりのない差出人です")
                .contains("https://kiyome.example/requests/" + id);
        assertThat(to(chief)).hasSize(1);
    }

    @Test
    void whatSomebodyNamesAFileBeginsNoFieldAndNoLine() throws Exception {
        Person odd = new Person(
                Site.CITY,
                new AccountName("odd"),
                Untrusted.of("名前\r\nBcc: x@example.invalid"),
                "odd@midori-city.example.invalid",
                Site.SOUMU,
                List.of(Grant.everywhere(Role.APPROVER)));
        assertThat(site.accounts.add(Site.TEST, odd)).isPresent();
        RequestId id =
                site.requests.ask(clerk, held(clerk, Untrusted.of(HOSTILE)).id(), Wanted.SANITIZED, HOSTILE);
        decide(id, Decision.RETURN, HOSTILE);
        int seen = 0;
        for (Person person : List.of(chief, odd, clerk)) {
            for (Read read : to(person)) {
                seen++;
                assertThat(read.fields()).noneMatch(field -> field.startsWith("Bcc"));
                assertThat(read.text()).doesNotContain("\nBcc:").doesNotContain("\u202e");
                assertThat(read.field("Subject")).contains("請求書\\u{d}\\u{a}");
            }
        }
        assertThat(seen).isEqualTo(3);
        for (String address : List.of("a\r\nBcc: b@c", "a b@c.example", "a@b@c", "a@", "<a@b>", "a@b>,<c@d")) {
            assertThat(MailSettings.isAddress(address)).as(address).isFalse();
            assertThatThrownBy(() -> new MailSettings(address, Language.JAPANESE, 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void bothOfADeputationAreToldByWhomAndWhyButNotWhoeverDidIt() {
        Person deputy = site.person(Site.CITY, "dairi", Role.DEPUTY_APPROVER);
        Person officer = site.person(Site.CITY, "kanri", Role.QUARANTINE_OFFICER);
        Instant now = site.now.get();
        Instant later = now.plus(Duration.ofDays(2));
        site.deputies.name(officer, chief.name(), deputy.name(), now, later, "急な入院\r\nBcc: x@example.invalid");
        for (Person person : List.of(chief, deputy)) {
            Read letter = to(person).getFirst();
            assertThat(letter.field("Subject")).isEqualTo("【代理の指定】yamada");
            assertThat(letter.fields()).noneMatch(field -> field.startsWith("Bcc"));
            assertThat(letter.text())
                    .contains("本人: yamada", "代理の人: dairi", "決めた人: kanri", "理由: 急な入院", "https://kiyome.example/deputies")
                    .doesNotContain("\nBcc");
        }
        assertThat(to(officer)).isEmpty();
        site.deputies.end(chief, site.deputies.of(chief).getFirst().id());
        assertThat(to(chief)).hasSize(1);
        assertThat(to(deputy)).hasSize(2);
        assertThat(to(deputy)).anyMatch(letter -> letter.field("Subject").equals("【代理の終了】yamada"));
        site.mail.set(Optional.empty());
        site.deputies.name(chief, chief.name(), deputy.name(), now, later, "");
        assertThat(to(deputy)).hasSize(2);
    }

    @Test
    void whoHasNoUsableAddressIsToldOnThePagesAlone() throws Exception {
        for (String address : List.of("", "\"odd one\"@midori-city.example.invalid")) {
            Person person = new Person(
                    Site.CITY,
                    new AccountName("no-mail-" + address.length()),
                    Untrusted.of("x"),
                    address,
                    Site.SOUMU,
                    List.of(Grant.everywhere(Role.APPROVER)));
            assertThat(site.accounts.add(Site.TEST, person)).isPresent();
        }
        ask(held(clerk, Untrusted.of("x")));
        assertThat(site.letters(Site.CITY)).extracting(Letter::recipient).containsExactly(chief.mail());
    }

    @Test
    void nobodyIsToldWhereNothingIsSetAndNothingOfOtherOrganisations() throws Exception {
        site.person(Site.TOWN, "yamada", Role.values());
        ask(held(clerk, Untrusted.of("x")));
        assertThat(site.letters(Site.TOWN)).isEmpty();
        site.mail.set(Optional.empty());
        int before = site.letters(Site.CITY).size();
        RequestId id = ask(held(clerk, Untrusted.of("y")));
        decide(id, Decision.APPROVE, "");
        assertThat(site.letters(Site.CITY)).hasSize(before);
    }

    @Test
    void thereIsABoundOfLettersAnHour() throws Exception {
        site.mail.set(Optional.of(new MailSettings("kiyome@midori-city.example.invalid", Language.ENGLISH, 3)));
        for (int i = 0; i < 5; i++) {
            ask(held(clerk, Untrusted.of("mail " + i)));
        }
        assertThat(to(chief)).hasSize(3);
        assertThat(to(chief))
                .extracting(read -> read.field("Subject"))
                .containsExactlyInAnyOrder(
                        "[Approval asked for] mail 0", "[Approval asked for] mail 1", "[Approval asked for] mail 2");
        assertThat(site.store
                        .outbox()
                        .withheld(Site.CITY, site.now.get())
                        .getFirst()
                        .letters())
                .isEqualTo(2);
        site.now.updateAndGet(now -> now.plus(Duration.ofMinutes(61)));
        ask(held(clerk, Untrusted.of("mail 6")));
        assertThat(to(chief)).hasSize(4);
    }

    @Test
    void remindersAndDeputiesLettersAreWrittenOnceHoweverOftenSomebodyLooks() throws Exception {
        Person deputy = site.person(Site.CITY, "dairi", Role.DEPUTY_APPROVER);
        Instant now = site.now.get();
        Person away = site.person(Site.CITY, "away", Role.APPROVER);
        Person instead = site.person(Site.CITY, "instead", Role.DEPUTY_APPROVER);
        site.deputies.name(away, away.name(), instead.name(), now, now.plus(Duration.ofDays(30)), "");
        ChainStep step = new ChainStep(
                ChainStep.Need.ANY, List.of(Approver.read("approver").orElseThrow()));
        Patience patience = new Patience(Duration.ofHours(48), Duration.ofHours(24), Patience.End.LAPSES);
        site.rules.set(new ApprovalRules(List.of(new ApprovalRules.Row(
                Optional.empty(), Optional.empty(), new Chain(List.of(step), Optional.of(patience))))));
        ask(held(clerk, Untrusted.of("期限")));
        // The first says that they are a deputy.
        assertThat(to(instead)).hasSize(2);
        assertThat(to(chief).getFirst().text()).contains("期限: 令和8年11月22日 10時00分");
        for (int hours = 0; hours < 120; hours += 5) {
            site.now.updateAndGet(time -> time.plus(Duration.ofHours(5)));
            site.deadlines.look(Site.CITY);
            site.deadlines.look(Site.CITY);
        }
        assertThat(to(chief))
                .extracting(read -> read.field("Subject"))
                .containsExactly("【承認依頼】期限", "【期限が近い承認依頼】期限", "【期限を過ぎた承認依頼】期限");
        assertThat(to(deputy)).extracting(read -> read.field("Subject")).containsExactly("【期限を過ぎた承認依頼】期限");
        assertThat(to(instead)).hasSize(4);
        assertThat(to(clerk)).extracting(read -> read.field("Subject")).containsExactly("【失効】期限");
    }

    /** A letter holds names of the item: it goes with it. */
    @Test
    void aLetterThatWaitsGoesWhenItsItemIsErased() throws Exception {
        RequestId id = ask(held(clerk, Untrusted.of("消すもの")));
        decide(id, Decision.DENY, "x");
        assertThat(site.letters(Site.CITY)).hasSize(2);
        site.store.retention().eraseExpired(Site.CITY, Site.TEST, site.now.get().plus(Duration.ofDays(400)));
        assertThat(site.letters(Site.CITY)).isEmpty();
    }

    @Test
    void linksLeadToTheDoorWhereSomethingCanBeDone() throws Exception {
        RequestId id = ask(held(clerk, Untrusted.of("x")));
        var request = site.requests.find(clerk, id).orElseThrow();
        Map<Side, URI> origins =
                Map.of(Side.INTERNET, URI.create("https://i.example"), Side.LGWAN, URI.create("https://l.example"));
        Links both = new Links(origins, Sides.usual());
        assertThat(both.toDecide(request)).contains("https://l.example/approvals/" + id);
        assertThat(both.toRequest(request)).contains("https://l.example/requests/" + id);
        Links internet = new Links(origins, new Sides(Served.INTERNET, Served.INTERNET));
        assertThat(internet.toDecide(request)).contains("https://i.example/approvals/" + id);
        assertThat(new Links(Map.of(), Sides.usual()).toDecide(request)).isEmpty();
    }
}
