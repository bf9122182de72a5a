package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import jp.kiyome.testcorpus.mail.PageMail;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page shows the pictures that stand beside it, whatever leads to them, and no others (RFC 2557 §4 and §5). */
class SavedPageTest {

    private static final Runner RUNNER = Runner.withDefaults();

    @ParameterizedTest
    @CsvSource({
        "https://www.example.invalid/a.png, https://www.example.invalid/a.png",
        "/a.png, https://www.example.invalid/a.png",
        "//www.example.invalid/a.png, https://www.example.invalid/a.png",
        "a.png, https://www.example.invalid/news/2026/a.png",
        "../a.png, https://www.example.invalid/news/a.png",
        "./x/../a.png, https://www.example.invalid/news/2026/a.png",
        "a.png, a.png",
        "a%20b.png, https://www.example.invalid/news/2026/a%20b.png",
        "%E7%B5%B5.png, https://www.example.invalid/news/2026/%e7%b5%b5.png",
        "file:///C:/Temp/x_files/image001.png, file:///C:/Temp/x_files/image001.png",
        "cid:a@example.invalid, cid:a@example.invalid"
    })
    void picturesThatArePartsStay(String source, String location) {
        byte[] saved = PageMail.ofBrowser(source, location);
        assertThat(shows("page.mht", saved)).as("saved").isTrue();
        assertThat(shows("page.eml", PageMail.byAddress(source, location)))
                .as("mail")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.invalid/b.png, https://www.example.invalid/a.png",
        "http://www.example.invalid/a.png, https://www.example.invalid/a.png",
        "//other.example.invalid/a.png, https://www.example.invalid/a.png",
        "../../../a.png, https://other.example.invalid/a.png",
        "cid:b@example.invalid, cid:a@example.invalid"
    })
    void othersAreGone(String source, String location) {
        assertThat(shows("page.mht", PageMail.ofBrowser(source, location))).isFalse();
        assertThat(shows("page.eml", PageMail.byAddress(source, location))).isFalse();
    }

    /** Whether the page's picture is the part that comes out beside it. */
    private static boolean shows(String name, byte[] file) {
        Run run = RUNNER.sanitize(name, file);
        assertThat(run.rebuilt()).as(run.ending()).isTrue();
        assertThat(run.report().outputName().unescaped()).isEqualTo(name);
        String output = new String(run.output(), StandardCharsets.ISO_8859_1);
        assertThat(output).doesNotContain("www.example.invalid", "other.example.invalid", "x_files");
        Run again = RUNNER.sanitize(name, run.output());
        assertThat(again.codes()).isEmpty();
        assertThat(again.output()).isEqualTo(run.output());
        boolean shown = output.contains("<img src=\"cid:part-2@kiyome.invalid\">");
        assertThat(output.contains("<img")).isEqualTo(shown);
        assertThat(output).contains("Content-ID: <part-2@kiyome.invalid>");
        assertThat(run.codes().contains("html.external-picture")).isEqualTo(!shown);
        return shown;
    }
}
