package jp.kiyome.pdf.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import jp.kiyome.pdf.Rebuilding;
import org.junit.jupiter.api.Test;

class AttachmentTest {

    private static final String INNER = Rebuilding.page("<<>>", "0 0 1 1 re f % inner-canary");

    /** In hex, so that a search for objects does not take those inside for the file's own. */
    private static String hex(String data) {
        return HexFormat.of().formatHex(data.getBytes(StandardCharsets.ISO_8859_1)) + ">";
    }

    private static String with(String name, String data) {
        return Rebuilding.page(
                        "<<>>",
                        "f",
                        "7 0 obj<</Type/Filespec/F(" + name + ")/UF(" + name
                                + ")/Desc(what it is)/EF<</F 8 0 R>>>>endobj",
                        Rebuilding.stream(
                                8, "/Type/EmbeddedFile/Filter/AHx/Params<</CheckSum(check-canary)>>", hex(data)))
                .replace("/Type/Catalog", "/Type/Catalog/Names<</EmbeddedFiles<</Names[(key-canary)7 0 R]>>>>");
    }

    @Test
    void attachmentsGoWhereThePolicyDoesNotKeepThem() {
        Rebuilding result = Rebuilding.of(with("inner.pdf", INNER));
        assertThat(result.codes()).contains("pdf.embedded-file");
        assertThat(result.text()).doesNotContain("inner.pdf", "EmbeddedFile");
    }

    @Test
    void keptAttachmentsAreRebuiltAndEmbeddedAgain() {
        Rebuilding result = Rebuilding.keepingAttachments(with("inner.pdf", INNER));
        assertThat(result.outcome()).isEqualTo("Rebuilt");
        assertThat(result.codes()).doesNotContain("pdf.embedded-file");
        assertThat(result.text())
                .contains("/UF(inner.pdf)", "/Desc(what it is)", "%PDF-1.7")
                .doesNotContain("canary");
    }

    @Test
    void namesOfKeptAttachmentsTellTheirType() {
        Rebuilding result = Rebuilding.keepingAttachments(with("inner.txt", INNER));
        assertThat(result.text()).contains(".pdf)").doesNotContain("(inner.txt)");
    }

    @Test
    void attachmentsThatNobodyRebuildsGoEvenWhereKept() {
        Rebuilding result = Rebuilding.keepingAttachments(with("run.exe", "MZ none of the known types"));
        assertThat(result.outcome()).isEqualTo("Rebuilt");
        assertThat(result.codes()).contains("pdf.embedded-file");
        assertThat(result.text()).doesNotContain("MZ none");
    }
}
