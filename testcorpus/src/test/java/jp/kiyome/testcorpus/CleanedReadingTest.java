package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import org.junit.jupiter.api.Test;

/** What cleaning takes out may be all that kept the rest from being read as something else. Found by fuzzing. */
class CleanedReadingTest {

    private static final Runner RUNNER = Runner.withDefaults();
    private static final String HEAD =
            "From: a@example.invalid\r\nTo: b@example.invalid\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n";

    private static Run run(String name, byte[] bytes) {
        return RUNNER.sanitize(name, bytes);
    }

    private static Run mail(String body) {
        return run("a.eml", (HEAD + body).getBytes(StandardCharsets.US_ASCII));
    }

    private static void blocked(Run run, String code) {
        assertThat(run.report().verdict()).as(run.ending()).isEqualTo(Verdict.BLOCKED);
        assertThat(run.ending()).contains(code);
    }

    @Test
    void aTextIsBlockedThatWasKnownByWhatIsGone() {
        byte[] text = HexFormat.of().parseHex("97dfc8919be44e8c543600745ea65e2000884e977b88e7f3");
        blocked(run("a.txt", text), "text.charset");
    }

    @Test
    void aTableIsBlockedThatWasKnownByWhatIsGone() {
        blocked(run("a.csv", HexFormat.of().parseHex("e59090ef008dbbe5")), "text.charset");
    }

    @Test
    void aFileInAMailThatOnlyACharacterHidIsAmbiguous() {
        blocked(mail("begin 644 a\r\n#86\0C\r\n`\r\nend\r\n"), "message.ambiguous-encoding");
    }

    @Test
    void aBrokenFileInAMailThatOnlyACharacterHidIsAmbiguous() {
        blocked(mail("begin 644 a\r\n#86\0C\r\nMx\r\n`\r\nend\r\n"), "message.ambiguous-encoding");
    }

    @Test
    void aWordThatLooksLikeABeginningIsNoFile() {
        assertThat(mail("begin 644 a\r\nreading at page 3.\r\n").rebuilt()).isTrue();
    }

    /** Without the character inside, the parameter says that the value is packed. */
    @Test
    void aContactsValueIsReadAsItsParametersWillSay() {
        String card =
                "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED\34-PRINTABLE:=41=42\r\nEND:VCARD\r\n";
        Run run = run("a.vcf", card.getBytes(StandardCharsets.US_ASCII));
        assertThat(run.rebuilt()).as(run.ending()).isTrue();
        assertThat(run("a.vcf", run.output()).output()).isEqualTo(run.output());
    }

    /** All that is left is ASCII, which reads the same in what it was written in. */
    @Test
    void aContactWhoseOnlyJapaneseIsGoneIsRebuilt() {
        String card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Sato\r\nX-MEMO-OF-MINE:"
                + "\u3053\u306e\u540d\u523a\u306f\u4f1a\u8b70\u3067\u3044\u305f\u3060\u304d\u307e\u3057\u305f"
                + "\r\nEND:VCARD\r\n";
        Run run = run("a.vcf", card.getBytes(Charset.forName("windows-31j")));
        assertThat(run.rebuilt()).as(run.ending()).isTrue();
        assertThat(new String(run.output(), StandardCharsets.US_ASCII))
                .contains("FN:Sato")
                .doesNotContain("X-MEMO");
    }

    @Test
    void aContactIsBlockedThatWasKnownByAParameterThatIsGone() {
        blocked(
                run(
                        "a.vcf",
                        HexFormat.of()
                                .parseHex(
                                        "424547494e3a56434152440d0a56455253494f4e3a322e310d0a4e3b434841525345543d53484946545f4a49533b454e434f44494e47ff443d51554f5445442d5052494e5441424c453a3d3445523d39"
                                                + "33633b3d39313d42453d3938aff231ab454c3b43454c4c3a3039302d313233342d353637380d0a454e443a56434152440d0a")),
                "text.charset");
    }
}
