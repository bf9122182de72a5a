package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.text.Excerpt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies in HTML that become text, and what a mail is said to say. */
class MailAsTextTest {

    private static final String PAGE =
            "<html><body><h1>お知らせ</h1><p>詳しくは<a href=\"https://evil.example.invalid/\">https://city.example/</a>"
                    + "<span style=\"display:none\">隠れた文</span><script>alert(1)</script></p>"
                    + "<img src=\"cid:logo\" alt=\"市章\"></body></html>";
    private static final String LINK = "https://city.example/ <https://evil.example.invalid/>";

    /** Ways in which a page stands in a mail. */
    enum Shape {
        ALONE(part("text/html", PAGE)),
        BESIDE_TEXT(multi("alternative", part("text/plain", "別の文"), part("text/html", PAGE))),
        WITH_PICTURES(multi("related", part("text/html", PAGE), picture())),
        BESIDE_TEXT_WITH_PICTURES(
                multi("alternative", part("text/plain", "別の文"), multi("related", part("text/html", PAGE), picture()))),
        WITH_A_FILE(multi(
                "mixed",
                multi("alternative", part("text/plain", "別の文"), part("text/html", PAGE)),
                part("text/plain; name=a.txt", "添付")));

        private final String entity;

        Shape(String entity) {
            this.entity = entity;
        }

        byte[] mail() {
            return ("From: a@sender.example\r\nTo: b@city.example\r\nSubject: =?UTF-8?B?5Lya6K2w44Gu5Lu2?=\r\nMIME-Version: 1.0\r\n"
                            + entity)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String part(String type, String text) {
        return "Content-Type: " + type + (type.contains("name") ? "" : "; charset=utf-8")
                + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text + "\r\n";
    }

    private static String picture() {
        return """
                Content-Type: image/gif\r
                Content-ID: <logo>\r
                Content-Transfer-Encoding: base64\r
                \r
                R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\r
                """;
    }

    private static String multi(String kind, String... parts) {
        String boundary = kind + parts.length + parts[0].length();
        StringBuilder all =
                new StringBuilder("Content-Type: multipart/" + kind + "; boundary=" + boundary + "\r\n\r\n");
        for (String part : parts) {
            all.append("--").append(boundary).append("\r\n").append(part);
        }
        return all.append("--").append(boundary).append("--\r\n").toString();
    }

    private record Said(Report report, String output, Excerpt excerpt) {}

    private static Said said(byte[] mail, String choice) {
        Policy policy = Policy.of(
                Set.of(),
                Map.of(),
                Map.of("message.html", choice),
                Policy.defaults().limits());
        try (Workspace workspace = new Workspace(Path.of(System.getProperty("java.io.tmpdir")))) {
            Engine engine = new Engine(Registry.ofClassPath(), policy, content -> "");
            Outcome outcome = engine.sanitize(
                    Job.of("a.eml", HeapContent.of(mail), workspace).withExcerpt());
            assertThat(outcome).as(outcome.report().toString()).isInstanceOf(Outcome.Rebuilt.class);
            Outcome.Rebuilt rebuilt = (Outcome.Rebuilt) outcome;
            byte[] all = new byte[(int) rebuilt.content().size()];
            rebuilt.content().content().copy(0, all, 0, all.length);
            return new Said(
                    outcome.report(),
                    new String(all, StandardCharsets.UTF_8),
                    rebuilt.excerpt().orElseThrow());
        }
    }

    private static Said twice(Shape shape, String choice) {
        Said once = said(shape.mail(), choice);
        Said again = said(once.output().getBytes(StandardCharsets.UTF_8), choice);
        assertThat(again.output()).isEqualTo(once.output());
        assertThat(again.report().nothingFound()).as(again.report().toString()).isTrue();
        return once;
    }

    @ParameterizedTest
    @EnumSource
    void aPageBecomesTextAndNothingElseOfItStays(Shape shape) {
        Said mail = twice(shape, "text");
        assertThat(mail.output()).doesNotContain("text/html").contains("text/plain");
        assertThat(mail.excerpt().text()).contains("お知らせ", LINK).doesNotContain("隠れた文", "alert", "別の文\n別の文");
        assertThat(mail.report().toString()).contains("message.html-as-text", "message.hidden-text");
    }

    @ParameterizedTest
    @EnumSource
    void bothStandSideBySideAndSayTheSame(Shape shape) {
        Said mail = twice(shape, "both");
        assertThat(mail.output().split("Content-Type: text/html", -1)).hasSize(2);
        assertThat(mail.output().split("multipart/alternative", -1)).hasSize(2);
        assertThat(mail.output().indexOf("text/plain"))
                .isLessThan(mail.output().indexOf("text/html"))
                .isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKeptAsAPageIsToldAsText(Shape shape) {
        Said mail = twice(shape, "keep");
        assertThat(mail.output()).contains("text/html");
        assertThat(mail.excerpt().title()).isEqualTo("会議の件");
        assertThat(mail.excerpt().text()).contains(LINK).doesNotContain("添付", "<h1>");
    }

    @Test
    void theTextThatTheSenderPutBesideIsGoneWithAWord() {
        Said mail = said(Shape.BESIDE_TEXT.mail(), "text");
        assertThat(mail.report().findings().toString()).contains("message.alternative");
        assertThat(mail.output()).doesNotContain("multipart");
    }

    @Test
    void nobodyIsToldWhatWasNotAskedFor() {
        try (Workspace workspace = new Workspace(Path.of(System.getProperty("java.io.tmpdir")))) {
            Engine engine = new Engine(Registry.ofClassPath(), Policy.defaults(), content -> "");
            Outcome outcome = engine.sanitize(Job.of("a.eml", HeapContent.of(Shape.ALONE.mail()), workspace));
            assertThat(((Outcome.Rebuilt) outcome).excerpt()).isEmpty();
        }
    }

    @Test
    void aLongTextIsToldFromItsBeginning() {
        byte[] mail = ("Subject: " + "x".repeat(900) + "\r\nFrom: a@a.example\r\nTo: b@b.example\r\n"
                        + part("text/plain", ("あ".repeat(200) + "\r\n").repeat(2_000)))
                .getBytes(StandardCharsets.UTF_8);
        Excerpt excerpt = said(mail, "keep").excerpt();
        assertThat(excerpt.text()).startsWith("あああ").hasSize(Excerpt.LONGEST);
    }

    @Test
    void aPageThatSomebodySavedStaysAPage() {
        String saved = new String(Shape.WITH_PICTURES.mail(), StandardCharsets.UTF_8)
                .replaceFirst(
                        "(?s)^From: .*?\r\nTo: .*?\r\n",
                        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://city.example/\r\n");
        Policy policy = Policy.of(
                Set.of(),
                Map.of(),
                Map.of("message.html", "text"),
                Policy.defaults().limits());
        try (Workspace workspace = new Workspace(Path.of(System.getProperty("java.io.tmpdir")))) {
            Engine engine = new Engine(Registry.ofClassPath(), policy, content -> "");
            Outcome outcome = engine.sanitize(
                    Job.of("a.mhtml", HeapContent.of(saved.getBytes(StandardCharsets.UTF_8)), workspace));
            assertThat(outcome).as(outcome.report().toString()).isInstanceOf(Outcome.Rebuilt.class);
            assertThat(outcome.report().type().orElseThrow().id()).isEqualTo("mhtml");
        }
    }
}
