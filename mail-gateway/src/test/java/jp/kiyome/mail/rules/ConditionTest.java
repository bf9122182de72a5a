package jp.kiyome.mail.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.text.Excerpt;
import jp.kiyome.mail.authentication.dkim.DkimOutcome;
import jp.kiyome.mail.authentication.dmarc.DmarcOutcome;
import jp.kiyome.mail.authentication.spf.SpfOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each condition, where it holds, where it does not, and where nobody can tell. */
class ConditionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "taro@sender.example | taro@sender.example | YES",
                "taro@sender.example | TARO@Sender.Example | YES",
                "taro@sender.example | sender.example      | YES",
                "taro@sender.example | .example            | YES",
                "taro@sender.example | .sender.example     | YES",
                "taro@sub.s.example  | .s.example          | YES",
                "taro@sub.s.example  | s.example           | NO",
                "taro@evils.example  | .s.example          | NO",
                "taro@sender.example | jiro@sender.example | NO",
                "''                  | '<>'                | YES",
                "taro@sender.example | '<>'                | NO",
                "''                  | .example            | NO"
            })
    void senders(String from, String pattern, Holds holds) {
        assertThat(new Given().from(from).holds("{sender: ['" + pattern + "']}"))
                .isEqualTo(holds);
    }

    @Test
    void listsInFilesAreReadAndOneThatIsMissingSaysNothing(@TempDir Path folder) throws IOException {
        Path list = Files.writeString(folder.resolve("list"), "# 取引先\n.partner.example\nhanako@other.example # 担当\n");
        assertThat(new Given().from("a@x.partner.example").holds("{sender-in: " + list + "}"))
                .isEqualTo(Holds.YES);
        assertThat(new Given().from("HANAKO@other.example").holds("{sender-in: " + list + "}"))
                .isEqualTo(Holds.YES);
        assertThat(new Given().from("b@other.example").holds("{sender-in: " + list + "}"))
                .isEqualTo(Holds.NO);
        assertThat(new Given().to("hanako@other.example").holds("{recipient-in: " + list + "}"))
                .isEqualTo(Holds.YES);
        assertThat(new Given().holds("{sender-in: " + folder.resolve("none") + "}"))
                .isEqualTo(Holds.UNKNOWN);
        Path broken = Files.writeString(folder.resolve("broken"), "a@b.example\nno address\n");
        assertThat(new Given().holds("{sender-in: " + broken + "}")).isEqualTo(Holds.UNKNOWN);
    }

    @Test
    void recipientsAndWaysAndSizes() {
        Given two = new Given().to("x@a.example", "y@a.example").size(2_048);
        assertThat(two.holds("{recipient: y@a.example}")).isEqualTo(Holds.YES);
        assertThat(two.holds("{recipient: [z@a.example, b.example]}")).isEqualTo(Holds.NO);
        assertThat(two.holds("{recipients: {at-least: 2}}")).isEqualTo(Holds.YES);
        assertThat(two.holds("{recipients: {at-least: 3}}")).isEqualTo(Holds.NO);
        assertThat(two.holds("{size: {at-least: 2KiB, at-most: 2KiB}}")).isEqualTo(Holds.YES);
        assertThat(two.holds("{size: {at-least: 3KiB}}")).isEqualTo(Holds.NO);
        assertThat(two.holds("{direction: inbound}")).isEqualTo(Holds.YES);
        assertThat(two.goingOut().holds("{direction: inbound}")).isEqualTo(Holds.NO);
        assertThat(two.holds("{client: [192.0.2.0/24]}")).isEqualTo(Holds.YES);
        assertThat(two.client("198.51.100.1").holds("{client: 192.0.2.0/24}")).isEqualTo(Holds.NO);
        assertThat(two.client("").holds("{client: 192.0.2.0/24}")).isEqualTo(Holds.UNKNOWN);
    }

    @Test
    void whoAMailIsFromIsUnknownWhereNobodyFoundOut() {
        for (String test :
                List.of("spf: pass", "dkim: none", "dmarc: [fail, none]", "from: a.example", "signed-by: .jp")) {
            assertThat(new Given().holds("{" + test + "}")).as(test).isEqualTo(Holds.UNKNOWN);
        }
    }

    @Test
    void whoAMailIsFrom() {
        Given mail = new Given()
                .authenticated(
                        SpfOutcome.SOFTFAIL, DkimOutcome.PASS, "mx.sender.example", DmarcOutcome.PASS, "b.lg.jp");
        assertThat(mail.holds("{spf: [fail, softfail]}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{spf: pass}")).isEqualTo(Holds.NO);
        assertThat(mail.holds("{dkim: pass, dmarc: pass}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{from: .lg.jp}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{from: lg.jp}")).isEqualTo(Holds.NO);
        assertThat(mail.holds("{signed-by: .sender.example}")).isEqualTo(Holds.YES);
        Given bare = new Given().authenticated(SpfOutcome.NONE, DkimOutcome.NONE, "", DmarcOutcome.PERMERROR, "");
        assertThat(bare.holds("{dkim: none}")).isEqualTo(Holds.YES);
        assertThat(bare.holds("{signed-by: .sender.example}")).isEqualTo(Holds.NO);
        assertThat(bare.holds("{from: .lg.jp}")).isEqualTo(Holds.UNKNOWN);
        Given failed = new Given().authenticated(SpfOutcome.PASS, DkimOutcome.FAIL, "b.jp", DmarcOutcome.FAIL, "b.jp");
        assertThat(failed.holds("{signed-by: b.jp}")).isEqualTo(Holds.NO);
    }

    /** A server of names that does not answer must neither make a mail pass nor make it fail. */
    @Test
    void noAnswerInTimeIsNoOtherResult() {
        Given mail = new Given()
                .authenticated(SpfOutcome.TEMPERROR, DkimOutcome.TEMPERROR, "b.jp", DmarcOutcome.TEMPERROR, "b.jp");
        assertThat(mail.holds("{dmarc: fail}")).isEqualTo(Holds.UNKNOWN);
        assertThat(mail.holds("{not: {dmarc: pass}}")).isEqualTo(Holds.UNKNOWN);
        assertThat(mail.holds("{dmarc: temperror}")).isEqualTo(Holds.YES);
    }

    @Test
    void words() {
        Given mail = new Given().says("【重要】ＩＤ確認のお願い", "お客様の口\n座が変更に\r\nなりました。\nClick here: free-gift FREEDOM\n");
        assertThat(mail.holds("{subject: 重要}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{subject: [id確認]}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{text: 口座が変更}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{text: CLICK HERE}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{text: ＦＲＥＥ}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{text: dom}")).isEqualTo(Holds.NO);
        assertThat(mail.holds("{text: gift free}")).isEqualTo(Holds.NO);
        assertThat(mail.holds("{subject-matches: '^【.+】id'}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{text-matches: 'free\\w+$'}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{text-matches: 'ｆｒｅｅ.ｇｉｆｔ'}")).isEqualTo(Holds.YES);
        assertThat(mail.untold().holds("{any: [{subject: 重要}, {text-matches: x}]}"))
                .isEqualTo(Holds.UNKNOWN);
    }

    @Test
    void aTextThatWasCutMayGoOnWithWhatIsLookedFor() {
        String begin = "あ".repeat(Excerpt.LONGEST);
        assertThat(new Given().says("s", "い" + begin).holds("{text: 口座}")).isEqualTo(Holds.UNKNOWN);
        assertThat(new Given().says("s", "口座" + begin).holds("{text: 口座}")).isEqualTo(Holds.YES);
        assertThat(new Given().says("s", "あ".repeat(1_999)).holds("{text: 口座}")).isEqualTo(Holds.NO);
    }

    @Test
    void filesAreJudgedByWhatTheyAreNotByWhatTheirNamesPretend() {
        Given mail = new Given()
                .file("body.txt", "body.txt", "txt", Verdict.REBUILT)
                .file("請求書\u202Efdp.exe", "請求書fdp.exe", "", Verdict.BLOCKED)
                .file(
                        "見積.zip",
                        "見積.zip",
                        "zip",
                        Verdict.REBUILT,
                        Given.report("内訳.pdf", "内訳.xlsx", "xlsx", Verdict.REBUILT, List.of(), List.of()));
        assertThat(mail.holds("{attachment: {extension: exe}}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{attachment: {extension: pdf}}")).isEqualTo(Holds.NO);
        assertThat(mail.holds("{attachment: {type: xlsx, inside-another: yes}}"))
                .isEqualTo(Holds.YES);
        assertThat(mail.holds("{attachment: {type: zip, inside-another: yes}}")).isEqualTo(Holds.NO);
        assertThat(mail.holds("{attachment: {name: 請求書, refused: yes}}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{attachment: {name: 請求書, type: zip}}")).isEqualTo(Holds.NO);
        assertThat(mail.holds("{attachment: {name-matches: '見積.*zip$'}}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{attachment: {extension: txt}}")).isEqualTo(Holds.NO);
        assertThat(mail.holds("{attachment: {at-least: 6KB}}".replace("KB", "KiB")))
                .isEqualTo(Holds.YES);
        assertThat(mail.holds("{attachments: {at-least: 2, at-most: 2}}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{attachment: any}")).isEqualTo(Holds.YES);
    }

    @Test
    void whatWasNotTakenApartToItsEndMayHoldAnything() {
        Given mail = new Given().ended(Verdict.BLOCKED).file("a.zip", "a.zip", "zip", Verdict.REBUILT);
        assertThat(mail.holds("{attachment: {extension: exe}}")).isEqualTo(Holds.UNKNOWN);
        assertThat(mail.holds("{attachment: {extension: zip}}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{attachments: {at-most: 3}}")).isEqualTo(Holds.UNKNOWN);
        assertThat(mail.holds("{attachments: {at-least: 1}}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{finding: macro}")).isEqualTo(Holds.UNKNOWN);
        assertThat(mail.holds("{locked: no}")).isEqualTo(Holds.UNKNOWN);
    }

    @Test
    void locks() {
        assertThat(new Given().ended(Verdict.LOCKED).holds("{locked: yes}")).isEqualTo(Holds.YES);
        Given inside = new Given().file("a.zip", "a.zip", "zip", Verdict.LOCKED);
        assertThat(inside.holds("{locked: yes}")).isEqualTo(Holds.YES);
        assertThat(inside.holds("{attachment: {locked: yes, extension: zip}}")).isEqualTo(Holds.YES);
        assertThat(new Given().holds("{locked: yes}")).isEqualTo(Holds.NO);
        assertThat(new Given().holds("{locked: no}")).isEqualTo(Holds.YES);
    }

    @Test
    void findingsAndOutcomes() {
        Given mail = new Given().found("macro.vba", "");
        assertThat(mail.holds("{finding: macro.vba}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{finding: [pdf, macro]}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{finding: macro.reference}")).isEqualTo(Holds.NO);
        assertThat(mail.holds("{outcome: [rebuilt]}")).isEqualTo(Holds.YES);
        assertThat(mail.ended(Verdict.LOCKED).holds("{outcome: rebuilt}")).isEqualTo(Holds.NO);
    }

    @Test
    void whoHasNotLookedHasNotSaidThatThereIsNothing() {
        Given threat = new Given().asked("clamav", "spam").found("verdict.threat", "clamav: Eicar");
        assertThat(threat.holds("{verdict: {is: threat}}")).isEqualTo(Holds.YES);
        assertThat(threat.holds("{verdict: {source: clamav, is: threat}}")).isEqualTo(Holds.YES);
        assertThat(threat.holds("{verdict: {source: spam, is: [threat, suspicious]}}"))
                .isEqualTo(Holds.NO);
        assertThat(threat.holds("{verdict: {source: other, is: threat}}")).isEqualTo(Holds.UNKNOWN);
        Given away = new Given().asked("clamav").found("verdict.not-scanned", "clamav: source-down");
        assertThat(away.holds("{verdict: {is: threat}}")).isEqualTo(Holds.UNKNOWN);
        assertThat(away.holds("{verdict: {is: not-scanned}}")).isEqualTo(Holds.YES);
        assertThat(new Given().holds("{verdict: {is: threat}}")).isEqualTo(Holds.UNKNOWN);
        assertThat(new Given().asked("clamav").holds("{verdict: {is: threat}}")).isEqualTo(Holds.NO);
    }

    @Test
    void scores() {
        Given spam = new Given().asked("spam").found("verdict.suspicious", "spam: 8.5 BAYES_SPAM, URIBL");
        assertThat(spam.holds("{spam-score: {source: spam, at-least: 8}}")).isEqualTo(Holds.YES);
        assertThat(spam.holds("{spam-score: {source: spam, at-least: 9}}")).isEqualTo(Holds.NO);
        Given known = new Given().asked("spam").found("verdict.threat", "spam: rspamd score 15.2");
        assertThat(known.holds("{spam-score: {source: spam, at-least: 15}}")).isEqualTo(Holds.YES);
        assertThat(new Given().asked("spam").holds("{spam-score: {source: spam, at-least: 5}}"))
                .isEqualTo(Holds.NO);
        assertThat(new Given().holds("{spam-score: {source: spam, at-least: 5}}"))
                .isEqualTo(Holds.UNKNOWN);
        Given away = new Given().asked("spam").found("verdict.not-scanned", "spam: time-out");
        assertThat(away.holds("{spam-score: {source: spam, at-least: 5}}")).isEqualTo(Holds.UNKNOWN);
    }

    @Test
    void keysThatStandTogetherHoldTogether() {
        Given mail = new Given().from("a@b.example");
        assertThat(mail.holds("{sender: b.example, direction: inbound}")).isEqualTo(Holds.YES);
        assertThat(mail.holds("{sender: b.example, direction: outbound}")).isEqualTo(Holds.NO);
        assertThat(mail.holds("{any: [{sender: c.example}, {direction: inbound}]}"))
                .isEqualTo(Holds.YES);
        assertThat(mail.holds("{not: {sender: b.example}}")).isEqualTo(Holds.NO);
        assertThat(mail.holds("always")).isEqualTo(Holds.YES);
    }
}
