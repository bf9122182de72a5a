package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.text.Excerpt;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where links lead that stay in a file is known to who asks, so that others can be asked about them. */
class LinksAreToldTest {

    private static final String PDF = """
            %PDF-1.4
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
            3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Annots[4 0 R]>> endobj
            4 0 obj <</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.invalid/pdf)>>>> endobj
            trailer <</Root 1 0 R/Size 5>>
            """;

    private static Optional<Excerpt> said(String name, byte[] bytes) {
        try (Workspace workspace = new Workspace(Path.of(System.getProperty("java.io.tmpdir")))) {
            Engine engine = new Engine(Registry.ofClassPath(), Policy.defaults(), content -> "");
            Outcome outcome = engine.sanitize(
                    Job.of(name, HeapContent.of(bytes), workspace).withExcerpt());
            return outcome instanceof Outcome.Rebuilt rebuilt ? rebuilt.excerpt() : Optional.empty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "docx, https://www.example.com/office?x=1&y=2",
        "pptx, https://www.example.com/",
        "odt, https://example.invalid/",
        "ppt, https://example.invalid/a?b=c",
        "html, https://example.invalid/?a=1&b=2"
    })
    void linksOfDocumentsAreTold(String type, String link) {
        Set<String> all = new LinkedHashSet<>();
        for (Sample sample : Samples.all()) {
            if (sample.extension().equals(type)
                    && sample.ending() == Ending.REBUILT
                    && sample.findings().isEmpty()) {
                said("a." + type, sample.bytes().get()).ifPresent(excerpt -> all.addAll(excerpt.links()));
            }
        }
        assertThat(all).contains(link);
    }

    @Test
    void linksOfAPdfAreTold() {
        Excerpt excerpt = said("a.pdf", PDF.getBytes(StandardCharsets.US_ASCII)).orElseThrow();
        assertThat(excerpt.links()).containsExactly("https://example.invalid/pdf");
    }

    @Test
    void linksOfFilesInsideAreThoseOfTheWhole() {
        String mail = "From: a@a.example\r\nTo: b@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(PDF.getBytes(StandardCharsets.US_ASCII)) + "\r\n";
        Excerpt excerpt =
                said("a.eml", mail.getBytes(StandardCharsets.US_ASCII)).orElseThrow();
        assertThat(excerpt.links()).isEqualTo(List.of("https://example.invalid/pdf"));
    }

    @Test
    void aLinkThatGoesIsNoneThatStays() {
        byte[] page = "<html><body><a href=\"file:///c:/x\">x</a><a href=\"javascript:x()\">y</a></body></html>"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(said("a.html", page)).isEmpty();
    }
}
